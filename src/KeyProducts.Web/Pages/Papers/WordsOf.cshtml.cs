using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Papers;

/// <summary>The words of a paper: an administrator changes them for a year, looks at the paper first, and can go back to the program's own.</summary>
public sealed class WordsOfModel(AppDbContext db, YearPapers papers) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    public PaperKind Paper { get; private set; }

    /// <summary>The paper with the words as they stand in the form.</summary>
    public YearPaper Drawn { get; private set; } = null!;

    /// <summary>Whether the paper was asked for before saving.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>Whether anything differs from the program's own words.</summary>
    public bool IsChanged { get; private set; }

    public Guid Version { get; private set; }

    public string Home => $"/programmes/{Year}/papers/{Kind}";

    /// <summary>Where the paper itself is: certificates have pages of their own.</summary>
    public string Back => Paper is PaperKind.CertificateOfRecognition or PaperKind.CertificateOfTop ? $"/programmes/{Year}/certificates" : Home;

    /// <summary>Whether a part of the words exists in this paper, or has been written all the same.</summary>
    public bool Has(string? own, string? typed) => own is not null || !string.IsNullOrWhiteSpace(typed);

    public PaperTexts Own => YearPapers.OwnTexts(Paper);

    protected override async Task LoadAsync()
    {
        var (programme, template) = await FindAsync();
        IsChanged = template is not null && template.Texts != PaperTexts.Own;
        Version = template is null ? Guid.Empty : VersionFor(Input.Version, template);
        if (!HasInput)
        {
            Input = PaperForm.Of(YearPapers.TextsOf(Paper, template));
        }

        Drawn = await DrawAsync(programme);
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        await LoadAsync();
        IsPreview = true;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, template) = await FindAsync();
        PaperForm.Check(await DrawAsync(programme));
        return await SaveAsync(programme, template, Input.ToStore(Paper), "The words are saved.");
    }

    public async Task<IActionResult> OnPostOwnAsync()
    {
        var (programme, template) = await FindAsync();
        return await SaveAsync(programme, template, PaperTexts.Own, "The paper has the program’s own words again. The history keeps what stood there.");
    }

    private async Task<IActionResult> SaveAsync(Programme programme, PaperTemplate? template, PaperTexts texts, string done)
    {
        if (template is null)
        {
            db.Add(template = new PaperTemplate(programme, Paper));
        }
        else
        {
            db.Expect(template, Input.Version);
        }

        template.Set(texts);
        await db.SaveChangesAsync();
        return Go(Back, done);
    }

    private async Task<(Programme Programme, PaperTemplate? Template)> FindAsync()
    {
        Paper = PaperAddress.Read(Kind) ?? throw new NotFoundException();
        var programme = Found(await db.ResultsOpenTo(User).WithCriteriaAndIndustries().OfYearAsync(Year));
        return (programme, await db.PaperTemplates.FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.Kind == Paper));
    }

    // One letter is enough to look at.
    private async Task<YearPaper> DrawAsync(Programme programme)
    {
        var facts = await papers.FactsAsync(programme);
        return await papers.DrawAsync(facts, Paper, Input.ToTexts(), [.. (await papers.NumbersAsync(facts, User)).Take(1)]);
    }
}
