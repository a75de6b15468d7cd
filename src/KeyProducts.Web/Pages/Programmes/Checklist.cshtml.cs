using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>What officers look for in the dossiers of a track.</summary>
public sealed class ChecklistModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Programme Programme { get; private set; } = null!;

    public Track Track { get; private set; } = null!;

    public Table Items { get; private set; } = null!;

    /// <summary>Other tracks whose items can be taken over.</summary>
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public bool CanChange => IsStaff && !Programme.IsFrozen;

    public string Home => $"/programmes/{Year}/tables/tracks/{Id}/checklist";

    protected override async Task LoadAsync()
    {
        (Programme, Track) = await FindAsync();
        var keys = Track.Checklist.Select(item => item.Id).ToList();
        var answered = await db.Nominations.SelectMany(nomination => nomination.Answers).Where(answer => keys.Contains(answer.ItemId))
            .GroupBy(answer => answer.ItemId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        Items = Table.Of(Track.Checklist.Select((item, place) => (Item: item, Place: place + 1)))
            .Number(T["No."], one => one.Place, width: 4)
            .Text(T["Name in Vietnamese"], one => one.Item.Name.Vietnamese, width: 40, link: one => CanChange ? $"{Home}/{one.Item.Id}" : null)
            .Text(T["Name in English"], one => one.Item.Name.English, width: 30)
            .Text(T["Required"], one => one.Item.IsRequired ? T["Yes"] : T["No"])
            .Number(T["Answered in dossiers"], one => answered.GetValueOrDefault(one.Item.Id))
            .Table(whenEmpty: T["This track has no checklist yet."]);
        Others = [.. Programme.Tracks.Where(one => one != Track && one.Checklist.Count > 0)
            .Select(one => new SelectListItem(T["{0} ({1} items)", one.Name.In(Languages.Current), one.Checklist.Count], one.Id.ToString()))];
    }

    public async Task<IActionResult> OnPostCopyAsync(Guid from)
    {
        var (programme, track) = await FindAsync();
        var other = Found(programme.Tracks.FirstOrDefault(one => one.Id == from));
        var names = track.Checklist.Select(item => item.Name.Vietnamese).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = other.Checklist.Where(item => !names.Contains(item.Name.Vietnamese)).ToList();
        missing.ForEach(item => programme.AddChecklistItem(track, item.Name, item.IsRequired));
        await db.SaveChangesAsync();
        return Go(Home, "{0} items are taken over.", missing.Count);
    }

    private async Task<(Programme Programme, Track Track)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithChecklists().OfYearAsync(Year));
        return (programme, Found(programme.Tracks.FirstOrDefault(track => track.Id.ToString() == Id)));
    }
}
