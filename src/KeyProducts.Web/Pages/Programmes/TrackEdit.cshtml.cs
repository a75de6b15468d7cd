using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Adds, changes or removes an eligibility track of a year.</summary>
public sealed class TrackEditModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsNew => Id == "new";

    protected override async Task LoadAsync()
    {
        var (programme, track) = await FindAsync();
        if (programme.IsFrozen && !HasInput)
        {
            throw new NotFoundException();
        }

        if (track is not null && !HasInput)
        {
            Input = new Form { Name = track.Name.Vietnamese, NameEnglish = track.Name.English, Figure = track.Figure, AtLeast = track.AtLeast };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, track) = await FindAsync();
        var name = BilingualName.Of(Input.Name, Input.NameEnglish);
        if (track is null)
        {
            programme.AddTrack(name, Input.Figure, Input.AtLeast);
        }
        else
        {
            programme.Change(track, name, Input.Figure, Input.AtLeast);
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/tables", "“{0}” is saved.", name.Vietnamese);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var (programme, track) = await FindAsync();
        programme.Remove(Found(track), await db.Nominations.CountAsync(nomination => nomination.TrackId == track!.Id));
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/tables", "“{0}” is removed.", track!.Name.Vietnamese);
    }

    private async Task<(Programme Programme, Track? Track)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithIndustriesAndTracks().OfYearAsync(Year));
        return (programme, IsNew ? null : Found(programme.Tracks.FirstOrDefault(track => track.Id.ToString() == Id)));
    }

    public sealed class Form
    {
        [Required, StringLength(200)]
        public string? Name { get; set; }

        [StringLength(200)]
        public string? NameEnglish { get; set; }

        public GateFigure Figure { get; set; }

        [Amount(2)]
        public decimal? AtLeast { get; set; }
    }
}
