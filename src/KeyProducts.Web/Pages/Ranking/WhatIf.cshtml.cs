using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>Replays the marks of this year or an earlier one under other settings. Nothing is stored; the address holds what was tried.</summary>
public sealed class WhatIfModel(AppDbContext db, ScoringService scoring, WhatIfReport report, Downloads downloads) : AppPage
{
    private static readonly Stage[] WithMarks = [Stage.Judging, Stage.Deliberation, Stage.Consultation, Stage.Recognised];

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    /// <summary>The year whose marks are replayed.</summary>
    [BindProperty(SupportsGet = true, Name = "marks")]
    public int? Marks { get; set; }

    [BindProperty(SupportsGet = true, Name = "Input")]
    public RulesForm Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    /// <summary>The years whose marks the reader may see, this one or earlier, the latest first.</summary>
    public IReadOnlyList<int> Offered { get; private set; } = [];

    /// <summary>Whether this year's own result is open to the reader.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What came of it; null where nothing can be replayed, and for settings that are none.</summary>
    public WhatIfView? View { get; private set; }

    public string Home => $"/programmes/{Year}/ranking/what-if";

    public IReadOnlyList<SelectListItem> Years => [.. Offered.Select(year => new SelectListItem(
        year == Year ? T["{0}, this year", year] : T["{0}, an earlier year", year], $"{year}", year == Marks))];

    /// <summary>The address of this trial, for links and files.</summary>
    public DownloadLinks Links => new(Home, Request.QueryString.Value?.TrimStart('?') ?? "");

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));
        Offered = await db.ResultsOpenTo(User).Where(one => one.Year <= Year && WithMarks.Contains(one.Stage)).OrderByDescending(one => one.Year).Select(one => one.Year).ToListAsync();
        IsOpen = await db.AreResultsOpenAsync(Programme.Id, User);
        Marks ??= ModelState.IsValid && Offered.Count > 0 ? Offered[0] : null;
        Input.FillUp(RulesForm.Of(Programme), [.. Request.Query.Keys]);
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!ModelState.IsValid)
        {
            return await RefuseAsync();
        }

        if (Marks is null)
        {
            return Format is null ? Page() : NotFound();
        }

        if (!Offered.Contains(Marks.Value))
        {
            throw new RuleException("Choose one of the years offered.") { Field = "marks" };
        }

        var own = YearRules.Of(Programme);
        var tried = Input.ToRuleSet(Programme, own);
        var marked = Marks == Year ? Programme : Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Marks.Value));
        View = await report.LoadAsync(Programme, own, tried, await scoring.ResultAsync(marked));
        return Format is null ? Page() : View.Report is null ? NotFound() : await downloads.FileAsync(View.Report, Format, Year);
    }
}
