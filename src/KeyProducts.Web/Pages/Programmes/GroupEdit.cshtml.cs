using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Adds, changes or removes a group of criteria.</summary>
public sealed class GroupEditModel(AppDbContext db) : AppPage
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
        var (programme, group) = await FindAsync();
        if (programme.IsFrozen && !HasInput)
        {
            throw new NotFoundException();
        }

        if (group is not null && !HasInput)
        {
            Input = new Form { Name = group.Name.Vietnamese, NameEnglish = group.Name.English, Minimum = group.Minimum?.Value, MinimumIsPercent = group.Minimum?.IsPercent ?? false };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, group) = await FindAsync();
        var name = BilingualName.Of(Input.Name, Input.NameEnglish);
        var minimum = MinimumOf(Input.Minimum, Input.MinimumIsPercent);
        if (group is null)
        {
            programme.AddGroup(name, minimum);
        }
        else
        {
            programme.Change(group, name, minimum);
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/criteria", "“{0}” is saved.", name.Vietnamese);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var (programme, group) = await FindAsync();
        programme.Remove(Found(group));
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/criteria", "“{0}” is removed.", group!.Name.Vietnamese);
    }

    /// <summary>A minimum from two inputs; null when none is typed.</summary>
    /// <exception cref="RuleException">It is negative or above 100 per cent.</exception>
    internal static Minimum? MinimumOf(decimal? value, bool isPercent) => value switch
    {
        null => null,
        < 0 => throw new RuleException("A minimum cannot be negative.") { Field = "Minimum" },
        > 100 when isPercent => throw new RuleException("A minimum cannot be more than 100 per cent.") { Field = "Minimum" },
        { } typed => new Minimum(typed, isPercent),
    };

    private async Task<(Programme Programme, CriterionGroup? Group)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithCriteria().OfYearAsync(Year));
        return (programme, IsNew ? null : Found(programme.Groups.FirstOrDefault(group => group.Id.ToString() == Id)));
    }

    public sealed class Form
    {
        [Required, StringLength(200)]
        public string? Name { get; set; }

        [StringLength(200)]
        public string? NameEnglish { get; set; }

        public decimal? Minimum { get; set; }

        public bool MinimumIsPercent { get; set; }
    }
}
