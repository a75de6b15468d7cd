using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Industries and eligibility tracks of a year.</summary>
public sealed class TablesModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public Programme Programme { get; private set; } = null!;

    public Table Industries { get; private set; } = null!;

    public Table Tracks { get; private set; } = null!;

    public bool CanChange => IsStaff && !Programme.IsFrozen;

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.Programmes.AsNoTracking().WithIndustriesAndTracks().Include(programme => programme.Tracks).ThenInclude(track => track.Checklist).OfYearAsync(Year));
        var home = $"/programmes/{Year}/tables";
        var byIndustry = await db.Nominations.Where(nomination => nomination.ProgrammeId == Programme.Id)
            .GroupBy(nomination => nomination.IndustryId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count);
        var byTrack = await db.Nominations.Where(nomination => nomination.ProgrammeId == Programme.Id)
            .GroupBy(nomination => nomination.TrackId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count);
        Industries = Table.Of(Programme.Industries)
            .Number(T["No."], industry => industry.Order, width: 4)
            .Text(T["Name in Vietnamese"], industry => industry.Name.Vietnamese, link: industry => CanChange ? $"{home}/industries/{industry.Id}" : null)
            .Text(T["Name in English"], industry => industry.Name.English)
            .Number(T["Nominations"], industry => byIndustry.GetValueOrDefault(industry.Id))
            .Table(whenEmpty: T["The year has no industry yet."]);
        Tracks = Table.Of(Programme.Tracks)
            .Number(T["No."], track => track.Order, width: 4)
            .Text(T["Name in Vietnamese"], track => track.Name.Vietnamese, link: track => CanChange ? $"{home}/tracks/{track.Id}" : null)
            .Text(T["Name in English"], track => track.Name.English)
            .Text(T["Gate"], track => T[EnumWords.Of(track.Figure)])
            .Number(T["At least"], track => track.AtLeast)
            .Number(T["Nominations"], track => byTrack.GetValueOrDefault(track.Id))
            .Text(T["Checklist"], track => T["{0} items", track.Checklist.Count], link: track => $"{home}/tracks/{track.Id}/checklist")
            .Table(whenEmpty: T["The year has no eligibility track yet."]);
    }
}
