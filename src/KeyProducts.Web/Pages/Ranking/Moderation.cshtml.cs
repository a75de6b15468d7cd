using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>Where judges lie too far apart: what the council is to discuss, has discussed, and what came of it.</summary>
public sealed class ModerationModel(AppDbContext db) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    public Programme Programme { get; private set; } = null!;

    public Table Rows { get; private set; } = null!;

    /// <summary>Nominations beyond the limit that the council has not discussed.</summary>
    public int Waiting { get; private set; }

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year));
        Found(Programme.IsFrozen ? Programme : null);
        var limit = Programme.Rules.SpreadLimit;
        var spreads = await Spread.OfYearAsync(db, Programme);
        var discussions = (await db.Discussions.AsNoTracking().Where(one => one.ProgrammeId == Programme.Id).OrderBy(one => one.At).ToListAsync()).ToLookup(one => one.NominationId);
        var rescored = (await db.Set<SheetVersion>().Where(version => version.Origin == SheetOrigin.Discussion)
            .Join(db.Sheets.Where(sheet => sheet.Nomination.ProgrammeId == Programme.Id), version => version.SheetId, sheet => sheet.Id, (_, sheet) => sheet.NominationId)
            .ToListAsync()).CountBy(nomination => nomination).ToDictionary();
        var lines = (await db.Nominations.Where(one => one.ProgrammeId == Programme.Id && one.Status == NominationStatus.Accepted).OrderBy(one => one.Number)
                .Select(one => new Line(one.Id, one.Number, new BilingualName(one.Product.Vietnamese, one.Product.English))).ToListAsync())
            .Select(line => (Line: line, Spread: spreads.GetValueOrDefault(line.Id)))
            .OrderByDescending(one => one.Spread?.Points ?? -1).ToList();
        bool IsFlagged((Line Line, Spread? Spread) one) => one.Spread?.IsBeyond(limit) == true;
        Waiting = lines.Count(one => IsFlagged(one) && !discussions.Contains(one.Line.Id));
        Rows = Table.Of(lines)
            .Number(T["No."], one => one.Line.Number, 0)
            .Text(T["Product"], one => one.Line.Product.In(Languages.Current), link: one => $"/programmes/{Year}/moderation/{one.Line.Number}")
            .Number(T["Complete sheets"], one => one.Spread?.Sheets ?? 0, 0)
            .Number(T["Lowest total"], one => one.Spread?.Lowest, 2)
            .Number(T["Highest total"], one => one.Spread?.Highest, 2)
            .Number(T["Spread"], one => one.Spread?.Points, 2)
            .Text(T["State of the discussion"], one => discussions[one.Line.Id].LastOrDefault() is { } last ? T["Discussed on {0}", Shown.Day(last.HeldOn)].Value
                : IsFlagged(one) ? T["To be discussed"].Value : null)
            .Number(T["Sheets changed"], one => rescored.TryGetValue(one.Line.Id, out var count) ? count : null, 0)
            .Table(whenEmpty: T["No nomination is accepted yet."]);
    }

    private sealed record Line(Guid Id, int Number, BilingualName Product);
}
