using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>All years, the newest first.</summary>
public sealed class IndexModel(AppDbContext db) : AppPage
{
    public Table Table { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var years = await db.Programmes.OrderByDescending(programme => programme.Year)
            .Select(programme => new
            {
                programme.Year,
                programme.Stage,
                programme.Plan,
                programme.RecognitionDecision,
                Registered = db.Nominations.Count(nomination => nomination.ProgrammeId == programme.Id),
                Accepted = db.Nominations.Count(nomination => nomination.ProgrammeId == programme.Id && nomination.Status == NominationStatus.Accepted),
                Judges = db.Judges.Count(judge => judge.ProgrammeId == programme.Id && !judge.HasLeft),
            })
            .ToListAsync();
        Table = Documents.Table.Of(years)
            .Code(T["Year"], year => $"{year.Year}", width: 6, link: year => $"/programmes/{year.Year}")
            .Text(T["Stage"], year => T[EnumWords.Of(year.Stage)])
            .Number(T["Nominations"], year => year.Registered)
            .Number(T["Accepted"], year => year.Accepted)
            .Number(T["Judges"], year => year.Judges)
            .Text(T["Plan"], year => year.Plan?.Number)
            .Text(T["Decision of recognition"], year => year.RecognitionDecision?.Number)
            .Table(whenEmpty: T["No year is open yet."]);
    }
}
