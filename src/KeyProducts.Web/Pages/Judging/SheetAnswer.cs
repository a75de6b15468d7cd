using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>What a script is told of the fields that it has sent.</summary>
/// <param name="Saved">"Saved 10:42:03", by the server's clock.</param>
/// <param name="Draft">What the sheet is now.</param>
/// <param name="Last">When it was last saved.</param>
/// <param name="Total">The sum of the stored marks.</param>
/// <param name="Fields">The fate of each field, by its name.</param>
/// <param name="Marks">All marks as they are stored now, those of other windows too, by the name of their field.</param>
public sealed record SheetAnswer(
    string Saved, string Draft, string Last, string Total, IReadOnlyDictionary<string, FieldAnswer> Fields, IReadOnlyDictionary<string, string> Marks)
{
    /// <summary>The answer to a save, in the reader's language.</summary>
    public static SheetAnswer Of(SheetSaving saving, IStringLocalizer<Words> T)
    {
        var sheet = saving.Own.Sheet;
        return new SheetAnswer(
            T["Saved {0}", Shown.Time(saving.At)],
            sheet is null ? T["Not begun – nothing is saved yet."] : T["Draft – NOT SUBMITTED."],
            sheet?.ChangedAt is { } changed ? T["Last saved {0}. A draft does not count.", Shown.Moment(changed)] : "",
            SheetField.Written(sheet?.Total ?? 0),
            saving.Fields.ToDictionary(field => field.Name, field => new FieldAnswer(
                field.State switch { FieldState.Saved => "saved", FieldState.Refused => "refused", _ => "conflict" },
                field.StoredIn(sheet),
                field.Refusal is { } refusal ? T.Say(refusal) : null)),
            saving.Own.Criteria.ToDictionary(criterion => SheetField.MarkName(criterion.Id), criterion => SheetField.Written(sheet?.On(criterion.Id))));
    }
}

/// <summary>The fate of a field.</summary>
/// <param name="State">"saved", "refused" or "conflict".</param>
/// <param name="Stored">What is stored in its place.</param>
/// <param name="Sentence">Why it is not saved; null when it is.</param>
public sealed record FieldAnswer(string State, string Stored, string? Sentence);
