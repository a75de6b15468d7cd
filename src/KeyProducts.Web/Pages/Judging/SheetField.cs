using KeyProducts.Domain;
using KeyProducts.Web.Operation;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>What became of a field that was posted.</summary>
public enum FieldState
{
    /// <summary>Nothing yet.</summary>
    Typed,

    /// <summary>It is stored, or was stored already.</summary>
    Saved,

    /// <summary>It cannot be stored.</summary>
    Refused,

    /// <summary>Another window was first, and the writer has to choose.</summary>
    Conflict,
}

/// <summary>A field of a sheet as it was posted.</summary>
/// <param name="Name">The name of its input.</param>
/// <param name="CriterionId">Its criterion; null for the remark on the whole sheet.</param>
/// <param name="IsMark">Whether it is a mark.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Seen">What its writer saw stored.</param>
/// <param name="Choice">"mine", "theirs", empty when a choice was asked for and not made, null when none was.</param>
public sealed record SheetField(string Name, Guid? CriterionId, bool IsMark, string Typed, string Seen, string? Choice)
{
    /// <summary>The most letters that a remark has.</summary>
    public const int MostLetters = 2000;

    /// <summary>What became of it.</summary>
    public FieldState State { get; private set; }

    /// <summary>Why it is not saved; null when it is.</summary>
    public RuleException? Refusal { get; private set; }

    /// <summary>The fields of a form.</summary>
    public static IReadOnlyList<SheetField> Of(SheetForm form)
    {
        SheetField Field(string name, Guid? criterion, bool isMark, string? typed, string? seen) =>
            new(name, criterion, isMark, Plain(typed), Plain(seen), form.Choices.TryGetValue(new FieldView(name, isMark, "", "").Id, out var choice) ? choice ?? "" : null);
        return
        [
            .. form.Marks.Select(one => Field(MarkName(one.Key), one.Key, true, one.Value, form.SeenMarks.GetValueOrDefault(one.Key))),
            .. form.Remarks.Select(one => Field(RemarkName(one.Key), one.Key, false, one.Value, form.SeenRemarks.GetValueOrDefault(one.Key))),
            Field(WholeRemark, null, false, form.Remark, form.SeenRemark),
        ];
    }

    /// <summary>The name of the remark on the whole sheet.</summary>
    public const string WholeRemark = "Input.Remark";

    /// <summary>The name of the input of a mark.</summary>
    public static string MarkName(Guid criterion) => $"Input.Marks[{criterion}]";

    /// <summary>The name of the input of a criterion's remark.</summary>
    public static string RemarkName(Guid criterion) => $"Input.Remarks[{criterion}]";

    /// <summary>A mark as it stands in its input.</summary>
    public static string Written(decimal? points) => points?.ToString("0.####", System.Globalization.CultureInfo.CurrentCulture) ?? "";

    /// <summary>Text without what a form does to the ends of its lines.</summary>
    public static string Plain(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    /// <summary>What is stored in its place, as it stands in its input.</summary>
    public string StoredIn(ScoreSheet? sheet) =>
        IsMark ? Written(sheet?.On(CriterionId!.Value)) : Plain(CriterionId is { } criterion ? sheet?.RemarkOn(criterion) : sheet?.Remark);

    /// <summary>Notes that it is stored, unless something else was noted.</summary>
    public void Keep() => State = State == FieldState.Typed ? FieldState.Saved : State;

    /// <summary>Notes that it cannot be saved.</summary>
    public void Refuse(RuleException refusal) => (State, Refusal) = (FieldState.Refused, refusal);

    /// <summary>Notes that another window was first.</summary>
    public void Conflict(ScoreSheet sheet)
    {
        Meters.Conflicts.Add(1);
        var stored = StoredIn(sheet);
        var at = Shown.Moment(At(sheet));
        State = FieldState.Conflict;
        Refusal = (IsMark, stored.Length) switch
        {
            (true, 0) => new RuleException("Another window or device took this mark away at {0}; you typed {1}.", at, Typed),
            (true, _) => new RuleException("Another window or device saved {0} at {1}; you typed {2}.", stored, at, Typed.Length == 0 ? "–" : Typed),
            (false, 0) => new RuleException("Another window or device emptied this remark at {0}.", at),
            (false, _) => new RuleException("Another window or device changed this remark at {0}. Stored is: {1}", at, stored),
        };
    }

    /// <summary>Whether its writer wants something else to be stored than what they saw.</summary>
    public bool IsChanged => Choice != "theirs" && Typed != Seen;

    /// <summary>The mark that its writer saw.</summary>
    public decimal? SeenPoints => Seen.Length > 0 && Numbers.Refusal(Seen, 4, isAmount: false, out var points) is null ? points : null;

    /// <summary>Reads a mark; refuses what is none.</summary>
    public decimal? Points()
    {
        if (Typed.Length == 0)
        {
            return null;
        }

        if (Numbers.Refusal(Typed, 4, isAmount: false, out var points) is { } refusal)
        {
            Refuse(refusal);
        }

        return points;
    }

    private DateTime At(ScoreSheet sheet) => (IsMark ? sheet.Marks.FirstOrDefault(mark => mark.CriterionId == CriterionId)?.GivenAt : null) ?? sheet.ChangedAt ?? default;
}
