using System.Globalization;
using System.Text.Json;

namespace KeyProducts.Domain;

/// <summary>
/// An object of a file, whose members are taken by name. What is missing or of another type ends the reading; a member that the format does not have is a problem. A null is no member.
/// </summary>
internal sealed class SnapshotPart
{
    readonly SnapshotNode node;
    readonly SnapshotProblems problems;

    public SnapshotPart(SnapshotNode node, SnapshotProblems problems, params ReadOnlySpan<string> members)
    {
        (this.node, this.problems) = (Typed(node, JsonValueKind.Object, SnapshotWords.ObjectNeeded()), problems);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in node.Children)
        {
            if (!members.Contains(member.Name!))
                problems.Add(member.Place, SnapshotPhrase.Value(CanonicalJson.Short(member)), SnapshotWords.Nothing());
            else if (!seen.Add(member.Name!))
                problems.Add(member.Place, SnapshotWords.Again(), SnapshotWords.Nothing());
        }
    }

    public SnapshotNode Node => node;

    /// <summary>A member that must be there.</summary>
    public SnapshotNode Required(string name) => Optional(name) ?? throw new SnapshotException(node.PlaceOf(name), SnapshotWords.Missing());

    public SnapshotNode? Optional(string name) => node.Member(name) is { Kind: not JsonValueKind.Null } member ? member : null;

    public string Text(string name) => Text(Required(name));

    public string? OptionalText(string name) => Optional(name) is { } text ? Text(text) : null;

    public bool Flag(string name) => Required(name).Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new SnapshotException(node.PlaceOf(name), SnapshotWords.FlagNeeded()),
    };

    public int Whole(string name, int least = int.MinValue, int most = int.MaxValue) => Whole(Required(name), least, most);

    public int? OptionalWhole(string name, int least) => Optional(name) is { } number ? Whole(number, least, int.MaxValue) : null;

    public decimal Number(string name) => Number(Required(name));

    public decimal? OptionalNumber(string name) => Optional(name) is { } number ? Number(number) : null;

    /// <summary>One of a few words; null, and a problem, for another.</summary>
    public string? OneOf(string name, params string[] values)
    {
        var text = Text(name);
        if (values.Contains(text))
            return text;
        problems.Add(Required(name), SnapshotWords.OneOf(string.Join(", ", values)));
        return null;
    }

    /// <summary>"12" or "50%".</summary>
    public Minimum? OptionalMinimum(string name)
    {
        const decimal highest = 1_000_000_000m;
        if (Optional(name) is not { } member)
            return null;
        var text = Text(member);
        var isPercent = text.EndsWith('%');
        if (TryNumber(isPercent ? text[..^1] : text, out var value) && value is >= 0 and <= highest)
            return new Minimum(value, isPercent);
        problems.Add(member, SnapshotWords.Minimum());
        return null;
    }

    public List<SnapshotNode> List(string name, int most) => List(Required(name), most);

    /// <summary>A list that may be left out when it is empty.</summary>
    public List<SnapshotNode> OptionalList(string name, int most) => Optional(name) is { } list ? List(list, most) : [];

    public Dictionary<string, SnapshotNode> Names(string name, bool isOptional = false)
    {
        var names = new Dictionary<string, SnapshotNode>(StringComparer.Ordinal);
        foreach (var member in isOptional && Optional(name) is null ? [] : Typed(Required(name), JsonValueKind.Object, SnapshotWords.ObjectNeeded()).Children)
        {
            if (member.Kind != JsonValueKind.Null && !names.TryAdd(SnapshotNode.Composed(member.Name!), member))
                problems.Add(member.Place, SnapshotWords.Again(), SnapshotWords.Nothing());
        }

        return names;
    }

    public static string Text(SnapshotNode node) => SnapshotNode.Composed(Typed(node, JsonValueKind.String, SnapshotWords.TextNeeded()).Value);

    public int Whole(SnapshotNode number, int least = int.MinValue, int most = int.MaxValue)
    {
        Typed(number, JsonValueKind.Number, SnapshotWords.NumberNeeded());
        if (int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole >= least && whole <= most)
            return whole;
        problems.Add(number, least == int.MinValue ? SnapshotWords.Whole() : most == int.MaxValue ? SnapshotWords.AtLeast(least) : SnapshotWords.Between(least, most));
        return Math.Max(least, 0);
    }

    public decimal Number(SnapshotNode number)
    {
        if (TryNumber(Text(number), out var value))
            return value;
        problems.Add(number, SnapshotWords.Decimal());
        return 0;
    }

    /// <summary>Digits, a point and digits, as JSON has them without an exponent; trailing zeros do not matter, more digits than a decimal holds do.</summary>
    static bool TryNumber(string text, out decimal value)
    {
        value = 0;
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var isWritten = !whole.IsEmpty && !whole.ContainsAnyExceptInRange('0', '9') && (whole.Length == 1 || whole[0] != '0')
            && (point < 0 || (point + 1 < digits.Length && !digits[(point + 1)..].ContainsAnyExceptInRange('0', '9')));
        if (!isWritten || !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
            return false;
        var plain = point < 0 ? text : text.TrimEnd('0').TrimEnd('.');
        return SnapshotNode.Written(value) == (plain == "-0" ? "0" : plain);
    }

    static List<SnapshotNode> List(SnapshotNode list, int most)
    {
        var items = Typed(list, JsonValueKind.Array, SnapshotWords.ListNeeded()).Children;
        return items.Count <= most ? items : throw new SnapshotException(list.Place, SnapshotWords.TooMany(most));
    }

    static SnapshotNode Typed(SnapshotNode node, JsonValueKind kind, SnapshotPhrase needed) => node.Kind == kind ? node : throw new SnapshotException(node.Place, needed);
}
