using System.Globalization;

namespace KeyProducts.Documents;

/// <summary>
/// A list to be read: one description that page, Excel, CSV and PDF all render, so that they cannot disagree.
/// All words are already in the language of the report; numbers and dates are values, written by <see cref="Column.Write"/>.
/// </summary>
public sealed record Report
{
    /// <summary>The name of the file without its ending, plain ASCII.</summary>
    public required string FileName { get; init; }

    /// <summary>"vi" or "en": decides how numbers and dates are written, and is set in the files.</summary>
    public required string Language { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>Lines under the heading, for instance the decision or the words "demonstration data".</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Headline figures: what, and its value already written with its unit.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The tables, in reading order.</summary>
    public required IReadOnlyList<Table> Tables { get; init; }

    /// <summary>Remarks after the tables: sources, units, who made the list and when.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the figures come from: printed at the foot of every page of the PDF and the workbook, and last in each file; null for nothing.</summary>
    public Source? Source { get; init; }

    /// <summary>Places to sign at the end of the PDF, from left to right; empty for none.</summary>
    public IReadOnlyList<Signature> Signatures { get; init; } = [];

    /// <summary>Whether the pages of the PDF and of the printed workbook lie on their side.</summary>
    public bool Landscape { get; init; }

    /// <summary>How readers of <see cref="Language"/> write numbers.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language == "vi" ? "vi-VN" : Language);
}

/// <summary>What the figures of a report come from.</summary>
/// <param name="Words">On one line, in the report's language.</param>
/// <param name="Sha256">The hash of the file that they come from, in small hexadecimal letters; null when there is none.</param>
public sealed record Source(string Words, string? Sha256);

/// <summary>A headline figure of a report.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">The figure with its unit, in the report's language.</param>
public sealed record Fact(string Label, string Value);
