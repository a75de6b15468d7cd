using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A sheet as its judge sees it: the year's criteria in their order, theirs to be marked, the computed ones with their points.</summary>
/// <param name="Own">The sheet as it is stored.</param>
/// <param name="Dossier">What it scores.</param>
/// <param name="Posted">What its writer typed, each field with its fate; empty when nothing was refused.</param>
/// <param name="T">The reader's words.</param>
public sealed record SheetView(OwnSheet Own, Dossier Dossier, IReadOnlyList<SheetField> Posted, IStringLocalizer<Words> T)
{
    /// <summary>Whether it can be typed.</summary>
    public bool IsForm { get; init; }

    /// <summary>Whether criteria without a mark are pointed out.</summary>
    public bool ShowsMissing { get; init; }

    /// <summary>The groups that hold something for this judge, with their criteria.</summary>
    public IReadOnlyList<GroupView> Groups => field ??= BuildGroups();

    /// <summary>Criteria that other judges mark.</summary>
    public IReadOnlyList<Criterion> Others => [.. Own.Programme.Criteria.Where(criterion => !criterion.IsComputed && !Own.Judge.Marks(criterion))];

    /// <summary>The sum of the marks as they stand in the form: one that is wrong adds nothing.</summary>
    public decimal Total => Own.Criteria.Sum(criterion => PointsOf(criterion) ?? 0);

    /// <summary>How many criteria have no mark in the form.</summary>
    public int MissingCount => Own.Criteria.Count(criterion => PointsOf(criterion) is null);

    /// <summary>Points that the declared figures make.</summary>
    public decimal Computed => Computations.Sum(one => one.Points ?? 0);

    /// <summary>The most that they could make.</summary>
    public decimal ComputedMax => Computations.Sum(one => one.Criterion.Max);

    /// <summary>Marks and computed points.</summary>
    public decimal Together => Total + Computed;

    /// <summary>What the errors of a refused form call its fields, in the order of the page.</summary>
    public List<KeyValuePair<string, string>> Labels =>
    [
        .. Own.Criteria.SelectMany(criterion => new[]
        {
            KeyValuePair.Create(SheetField.MarkName(criterion.Id), criterion.Name.In(Languages.Current)),
            KeyValuePair.Create(SheetField.RemarkName(criterion.Id), T["Remark: {0}", criterion.Name.In(Languages.Current)].Value),
        }),
        KeyValuePair.Create(SheetField.WholeRemark, T["Remark on the whole sheet"].Value),
    ];

    /// <summary>The field of a mark or a remark.</summary>
    /// <param name="name">The name of its input.</param>
    /// <param name="criterion">Its criterion; null for the remark on the whole sheet.</param>
    /// <param name="isMark">Whether it is a mark.</param>
    public FieldView FieldOf(string name, Guid? criterion, bool isMark)
    {
        var posted = Posted.FirstOrDefault(field => field.Name == name);
        var stored = (posted ?? new SheetField(name, criterion, isMark, "", "", null)).StoredIn(Own.Sheet);
        var error = posted?.Refusal is { } refusal ? T.Say(refusal) : null;
        return posted switch
        {
            null => new FieldView(name, isMark, stored, stored),
            { State: FieldState.Conflict } => new FieldView(name, isMark, posted.Typed, stored, error, stored),
            { State: FieldState.Saved } => new FieldView(name, isMark, stored, stored),
            _ => new FieldView(name, isMark, posted.Typed, posted.Seen, error),
        };
    }

    /// <summary>The field of a criterion's mark.</summary>
    public FieldView MarkOf(Criterion criterion) => FieldOf(SheetField.MarkName(criterion.Id), criterion.Id, isMark: true);

    private IReadOnlyList<ComputedView> Computations => field ??= [.. Groups.SelectMany(group => group.Criteria).Select(one => one.Computed).OfType<ComputedView>()];

    private decimal? PointsOf(Criterion criterion) => MarkOf(criterion) is { Typed.Length: > 0, Error: null } mark && Numbers.Refusal(mark.Typed, 4, isAmount: false, out var points) is null ? points : null;

    private List<GroupView> BuildGroups()
    {
        var place = 0;
        var groups = new List<GroupView>();
        foreach (var group in Own.Programme.Groups)
        {
            var criteria = group.Criteria.Select(criterion => (criterion, ++place)).Where(one => one.criterion.IsComputed || Own.Judge.Marks(one.criterion))
                .Select(one => new CriterionOnSheet(one.Item2, one.criterion.IsComputed ? null : Marked(one.criterion, one.Item2), one.criterion.IsComputed ? ComputedView.Of(one.criterion, one.Item2, Dossier.View) : null)).ToList();
            if (criteria.Count > 0)
            {
                groups.Add(new GroupView(group.Name.In(Languages.Current), group.Criteria.Where(criterion => criterion.IsComputed || Own.Judge.Marks(criterion)).Sum(criterion => criterion.Max), criteria));
            }
        }

        return groups;
    }

    private CriterionView Marked(Criterion criterion, int place)
    {
        var mark = MarkOf(criterion);
        return new CriterionView(
            place, criterion, mark, FieldOf(SheetField.RemarkName(criterion.Id), criterion.Id, isMark: false), Own.Programme.Rules.MarkStep, IsForm, ShowsMissing && mark.Seen.Length == 0)
        {
            Evidence = [.. Dossier.View.Evidence.Where(file => file.CriterionId == criterion.Id)],
        };
    }
}

/// <summary>A group of criteria on the sheet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Max">The sum of the maxima of what stands in it.</param>
/// <param name="Criteria">What stands in it.</param>
public sealed record GroupView(string Name, decimal Max, IReadOnlyList<CriterionOnSheet> Criteria);

/// <summary>A criterion on the sheet.</summary>
/// <param name="Place">Its place in the year's list, from 1.</param>
/// <param name="Marked">How it is marked; null for a computed one.</param>
/// <param name="Computed">How its points are computed; null for one that is marked.</param>
public sealed record CriterionOnSheet(int Place, CriterionView? Marked, ComputedView? Computed);
