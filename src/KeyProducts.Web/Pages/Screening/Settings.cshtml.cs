using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>How a year screens its dossiers.</summary>
public sealed class SettingsModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Guid Version { get; private set; }

    public int DataYear { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>After a conflict, what is stored otherwise than typed.</summary>
    public IReadOnlyList<string> StoredNow { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.OfYearAsync(Year));
        Version = VersionFor(Input.Version, programme);
        DataYear = programme.DataYear;
        IsClosed = programme.Stage == Stage.Recognised;
        var stored = Form.Of(programme.Screening);
        if (!HasInput)
        {
            Input = stored;
        }
        else if (IsConflict)
        {
            StoredNow = [.. stored.Lines(T).Except(Input.Lines(T))];
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = Found(await db.Programmes.OfYearAsync(Year));
        db.Expect(programme, Input.Version);
        programme.Set(Input.ToRules());
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/screening/settings", "The settings are saved.");
    }

    public sealed class Form
    {
        public Guid Version { get; set; }

        public bool TwoPersons { get; set; }

        [Required, Amount(2)]
        public decimal? JumpRatio { get; set; }

        [Required, Amount(2)]
        public decimal? Tolerance { get; set; }

        [Amount(2)]
        public decimal? DongPerDollar { get; set; }

        [Required]
        public int? SupplementDays { get; set; }

        [Required]
        public int? MaxFileMegabytes { get; set; }

        [Required]
        public int? MaxFiles { get; set; }

        /// <summary>The rules as the form says them.</summary>
        public ScreeningRules ToRules() =>
            new(TwoPersons, JumpRatio ?? 0, Tolerance ?? 0, DongPerDollar, SupplementDays ?? 0, MaxFileMegabytes ?? 0, MaxFiles ?? 0);

        /// <summary>What it says, a line for each field.</summary>
        public IEnumerable<string> Lines(IStringLocalizer<Words> T) =>
        [
            $"{T["One person checks a dossier, another accepts it"]}: {(TwoPersons ? T["Yes"] : T["No"])}",
            $"{T["Days for a supplement"]}: {SupplementDays}",
            $"{T["Warn of a change of more than"]}: {JumpRatio:0.##}",
            $"{T["Tolerance against earlier dossiers"]}: {Tolerance:0.##}",
            $"{T["Exchange rate"]}: {DongPerDollar:#,##0.##}",
            $"{T["Largest file"]}: {MaxFileMegabytes}",
            $"{T["Most files of a nomination"]}: {MaxFiles}",
        ];

        /// <summary>The form of rules that are stored.</summary>
        public static Form Of(ScreeningRules rules) => new()
        {
            TwoPersons = rules.TwoPersons,
            JumpRatio = rules.JumpRatio,
            Tolerance = rules.Tolerance,
            DongPerDollar = rules.DongPerDollar,
            SupplementDays = rules.SupplementDays,
            MaxFileMegabytes = rules.MaxFileMegabytes,
            MaxFiles = rules.MaxFiles,
        };
    }
}
