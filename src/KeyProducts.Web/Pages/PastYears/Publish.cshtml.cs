using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.PastYears;

/// <summary>Lets everybody read the old list of a year, or staff alone.</summary>
public sealed class PublishModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsPublic { get; private set; }

    public int Count { get; private set; }

    protected override async Task LoadAsync()
    {
        Count = await db.PastProducts.CountAsync(product => product.Year == Year);
        if (Count == 0)
        {
            throw new NotFoundException();
        }

        IsPublic = await db.PastProducts.AllAsync(product => product.Year != Year || product.IsPublic);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var products = await db.PastProducts.Where(product => product.Year == Year).ToListAsync();
        if (products.Count != Input.Count)
        {
            throw new RuleException("The list has changed since you looked at it: it has {0} products now. Look again.", products.Count);
        }

        Because(Input.Reason);
        products.ForEach(product => product.Show(Input.ToPublic));
        await db.SaveChangesAsync();
        return Input.ToPublic ? Go($"/past-years/{Year}", "The list is public now.") : Go($"/past-years/{Year}", "The list is no longer public.");
    }

    public sealed class Form
    {
        /// <summary>How many products the page has shown.</summary>
        public int Count { get; set; }

        public bool ToPublic { get; set; }

        [Required, StringLength(1000)]
        public string? Reason { get; set; }
    }
}
