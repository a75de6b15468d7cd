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

    protected override async Task LoadAsync()
    {
        Facts = await papers.FactsAsync(Found(await db.ResultsOpenTo(User).WithCriteriaAndIndustries().OfYearAsync(Year)));
        Papers = await papers.LoadAsync(Facts, User);
    }
}
