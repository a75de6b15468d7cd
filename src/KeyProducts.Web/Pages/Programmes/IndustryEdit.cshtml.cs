using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Adds, renames or removes an industry of a year.</summary>
public sealed class IndustryEditModel(AppDbContext db) : AppPage
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
        var (programme, industry) = await FindAsync();
        if (programme.IsFrozen && !HasInput)
        {
            throw new NotFoundException();
        }

        if (industry is not null && !HasInput)
        {
            Input = new Form { Name = industry.Name.Vietnamese, NameEnglish = industry.Name.English };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, industry) = await FindAsync();
        var name = BilingualName.Of(Input.Name, Input.NameEnglish);
        if (industry is null)
        {
            programme.AddIndustry(name);
        }
        else
        {
            programme.Change(industry, name);
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/tables", "“{0}” is saved.", name.Vietnamese);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var (programme, industry) = await FindAsync();
        programme.Remove(Found(industry), await db.Nominations.CountAsync(nomination => nomination.IndustryId == industry!.Id));
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/tables", "“{0}” is removed.", industry!.Name.Vietnamese);
    }

    private async Task<(Programme Programme, Industry? Industry)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithIndustriesAndTracks().OfYearAsync(Year));
        return (programme, IsNew ? null : Found(programme.Industries.FirstOrDefault(industry => industry.Id.ToString() == Id)));
    }

    public sealed class Form
    {
        [Required, StringLength(200)]
        public string? Name { get; set; }

        [StringLength(200)]
        public string? NameEnglish { get; set; }
    }
}
