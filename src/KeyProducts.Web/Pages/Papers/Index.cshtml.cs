using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Reports.Papers.Templates;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Papers;

/// <summary>Every paper of a year: whether it can be handed out, what is missing, and its files.</summary>
public sealed class IndexModel(AppDbContext db, YearPapers papers) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    public PaperFacts Facts { get; private set; } = null!;

    public IReadOnlyList<YearPaper> Papers { get; private set; } = [];

    /// <summary>Whether the council's meeting can be recorded now.</summary>
    public bool CanMeet => IsStaff && Facts.Programme.Stage is Stage.Deliberation or Stage.Consultation;

    /// <summary>What is drawn up elsewhere: the address of its page, its name in English, and its files.</summary>
    public IEnumerable<(string Address, string Words, IReadOnlyList<(string Address, string Format)> Files)> Others
    {
        get
        {
            var home = $"/programmes/{Year}";
            yield return (home + "/ranking/summary", "Score summary", [(home + "/ranking/summary/word", "Word"), (home + "/ranking/summary/pdf", "PDF")]);
            yield return (home + "/ranking/sheets", "Score sheets as submitted", []);
            if (IsStaff && Facts.Programme.Stage == Stage.Judging)
            {
                yield return (home + "/paper", "Blank score sheets", [(home + "/paper/blank?format=word", "Word"), (home + "/paper/blank", "PDF")]);
            }

            yield return (home + "/recognition", "Recognition list and workbook", [(home + "/recognition/excel", "Excel"), (home + "/recognition/pdf", "PDF")]);
            yield return (home + "/certificates", "Certificates", []);
            yield return (home + "/ranking/snapshots", "Snapshots", []);
        }
    }

    protected override async Task LoadAsync()
    {
        Facts = await papers.FactsAsync(Found(await db.ResultsOpenTo(User).WithCriteriaAndIndustries().OfYearAsync(Year)));
        Papers = await papers.LoadAsync(Facts, User);
    }
}
