using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Adds, changes or removes an item of a track's checklist.</summary>
public sealed class ChecklistItemEditModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Track { get; private set; } = "";

    public bool IsNew => Item == "new";

    public string Home => $"/programmes/{Year}/tables/tracks/{Id}/checklist";

    protected override async Task LoadAsync()
    {
        var (programme, track, item) = await FindAsync();
        if (programme.IsFrozen && !HasInput)
        {
            throw new NotFoundException();
        }

        Track = track.Name.In(Text.Languages.Current);
        if (!HasInput)
        {
            Input = new Form { Name = item?.Name.Vietnamese, NameEnglish = item?.Name.English, IsRequired = item?.IsRequired ?? true };
        }
    }

    public async Task<IActionResult> OnPostAsync(bool another)
    {
        var (programme, track, item) = await FindAsync();
        var name = BilingualName.Of(Input.Name, Input.NameEnglish);
        if (item is null)
        {
            programme.AddChecklistItem(track, name, Input.IsRequired);
        }
        else
        {
            programme.Change(track, item, name, Input.IsRequired);
        }

        await db.SaveChangesAsync();
        return Go(another ? $"{Home}/new" : Home, "“{0}” is saved.", name.Vietnamese);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var (programme, track, item) = await FindAsync();
        programme.Remove(track, Found(item), await db.Nominations.SelectMany(nomination => nomination.Answers).CountAsync(answer => answer.ItemId == item!.Id));
        await db.SaveChangesAsync();
        return Go(Home, "“{0}” is removed.", item!.Name.Vietnamese);
    }

    private async Task<(Programme Programme, Track Track, ChecklistItem? Item)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithChecklists().OfYearAsync(Year));
        var track = Found(programme.Tracks.FirstOrDefault(one => one.Id.ToString() == Id));
        return (programme, track, IsNew ? null : Found(track.Checklist.FirstOrDefault(one => one.Id.ToString() == Item)));
    }

    public sealed class Form
    {
        [Required, StringLength(300)]
        public string? Name { get; set; }

        [StringLength(300)]
        public string? NameEnglish { get; set; }

        public bool IsRequired { get; set; }
    }
}
