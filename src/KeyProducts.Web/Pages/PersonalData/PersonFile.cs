using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage.Personal;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.PersonalData;

/// <summary>Everything that is held about a person, in one file to be handed over.</summary>
/// <param name="found">What is about the person.</param>
/// <param name="privacy">How long things are kept.</param>
/// <param name="now">The instant, UTC.</param>
/// <param name="T">The reader's words.</param>
public sealed class PersonFile(PersonalFindings found, PrivacySettings privacy, DateTime now, IStringLocalizer<Words> T)
{
    /// <summary>The name of the file: it tells no name of a person, because the history keeps it.</summary>
    public const string Name = "du-lieu-ca-nhan";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>To be read, as PDF or workbook.</summary>
    public Report Report() => new()
    {
        FileName = Name,
        Language = Languages.Current,
        Title = T["What is held about a person"],
        Lines = [T["As of {0}.", Shown.Moment(now)]],
        Tables =
        [
            .. found.Items.GroupBy(item => item.Place).Select(place => Table.Of(place.SelectMany(item => item.Values.Select(value => (item.Link, Value: value))))
                .Text(T["What"], one => PlaceWords.LabelOf(one.Value, T), 24)
                .Text(T["Value"], one => one.Value.Value, 60)
                .Text(T["Where"], one => one.Link, 30)
                .Table(T[PlaceWords.Of[place.Key].Name])),
            .. found.History.Count == 0 ? Array.Empty<Table>() : [Table.Of(found.History)
                .Code(T["When"], entry => Shown.Moment(entry.At), 18)
                .Text(T["Who"], entry => entry.UserName, 24)
                .Text(T["What"], Told, 60)
                .Table(T[PlaceWords.Of[PersonalPlace.History].Name])],
        ],
        Notes = [.. PlaceWords.ClosedOf(found, T), .. found.Items.Select(item => item.Place).Concat(found.History.Count == 0 ? [] : [PersonalPlace.History]).Distinct().Select(place =>
            $"{T[PlaceWords.Of[place].Name]}: {T[PlaceWords.Of[place].Why]} {T["Kept {0}.", PlaceWords.UntilOf(place, privacy, T)]}"), T["Files that were uploaded are not searched for names."]],
        Landscape = true,
    };

    /// <summary>To be read by programs.</summary>
    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            AsOf = now.ToString("O", CultureInfo.InvariantCulture),
            Records = found.Items.Select(item => new
            {
                Place = $"{item.Place}",
                Why = T[PlaceWords.Of[item.Place].Why].Value,
                Kept = PlaceWords.UntilOf(item.Place, privacy, T),
                item.Link,
                Values = item.Values.Select(value => new { What = $"{value.Entity}.{value.Property}", Label = PlaceWords.LabelOf(value, T), value.Value }),
            }),
            NotSearched = PlaceWords.ClosedOf(found, T),
            History = found.History.Select(entry => new { At = entry.At.ToString("O", CultureInfo.InvariantCulture), entry.UserName, entry.Act, entry.Kind, entry.Subject }),
        },
        Options);

    private string Told(HistoryMention entry) => $"{(Audit.AuditWords.Kinds.TryGetValue(entry.Kind, out var kind) ? T[kind] : entry.Kind)} {entry.Subject}";
}
