using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KeyProducts.Domain;

/// <summary>
/// A value of JSON: read from a file, with its place there; or made to be written. What is made here is in canonical form: texts in NFC, members in code point order, what is not set
/// left out.
/// </summary>
internal sealed class SnapshotNode(JsonValueKind kind, string value = "", List<SnapshotNode>? children = null)
{
    static readonly List<SnapshotNode> None = [];

    public JsonValueKind Kind { get; } = kind;

    /// <summary>A text without its quotes, or a number as it is written.</summary>
    public string Value { get; } = value;

    /// <summary>Members of an object, items of a list.</summary>
    public List<SnapshotNode> Children { get; } = children ?? None;

    public SnapshotNode? Parent { get; set; }

    /// <summary>Its name, when it is a member of an object.</summary>
    public string? Name { get; set; }

    /// <summary>Its place, when it is an item of a list.</summary>
    public int Index { get; set; }

    /// <summary>Its first byte in the file, that of its name for a member.</summary>
    public int Start { get; set; }

    /// <summary>The byte behind its last.</summary>
    public int End { get; set; }

    /// <summary>"$.sheets[3].marks.c2".</summary>
    public string Place => Parent is null ? "$" : Name is null ? Parent.PlaceOf(Index) : Parent.PlaceOf(Name);

    public string PlaceOf(int index) => string.Create(CultureInfo.InvariantCulture, $"{Place}[{index}]");

    public string PlaceOf(string name) =>
        name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-') ? $"{Place}.{name}" : $"{Place}[{CanonicalJson.Short(Of(name))}]";

    public SnapshotNode? Member(string name) => Children.Find(child => child.Name == name);

    public static SnapshotNode Of(string text) => new(JsonValueKind.String, Composed(text));

    public static SnapshotNode Of(int number) => new(JsonValueKind.Number, number.ToString(CultureInfo.InvariantCulture));

    public static SnapshotNode Of(bool flag) => new(flag ? JsonValueKind.True : JsonValueKind.False);

    /// <summary>A decimal, as a text without trailing zeros.</summary>
    public static SnapshotNode Of(decimal number) => new(JsonValueKind.String, Written(number));

    public static SnapshotNode List(IEnumerable<SnapshotNode> items)
    {
        var list = new SnapshotNode(JsonValueKind.Array, children: [.. items]);
        list.Adopt();
        return list;
    }

    /// <summary>An object of the members that are set.</summary>
    /// <exception cref="ArgumentException">Two names are the same text.</exception>
    public static SnapshotNode Object(params IEnumerable<(string Name, SnapshotNode? Value)> members)
    {
        var made = new SnapshotNode(JsonValueKind.Object, children: []);
        foreach (var (name, value) in members)
        {
            if (value is null)
                continue;
            value.Name = Composed(name);
            made.Children.Add(value);
        }

        made.Children.Sort((a, b) => CodePointOrder.Instance.Compare(a.Name, b.Name));
        for (var m = 1; m < made.Children.Count; m++)
        {
            if (made.Children[m].Name == made.Children[m - 1].Name)
                throw new ArgumentException($"There are two members {made.Children[m].Name}.", nameof(members));
        }

        made.Adopt();
        return made;
    }

    /// <summary>In NFC.</summary>
    /// <exception cref="ArgumentException">The text is no valid Unicode.</exception>
    public static string Composed(string text) => text.Normalize(NormalizationForm.FormC);

    /// <summary>"15.5", "70", "0": no exponent, no trailing zeros, no sign before zero.</summary>
    public static string Written(decimal number)
    {
        if (number == 0)
            return "0";
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    void Adopt()
    {
        for (var c = 0; c < Children.Count; c++)
            (Children[c].Parent, Children[c].Index) = (this, c);
    }
}
