namespace KeyProducts.Documents;

/// <summary>
/// A letter or paper of an agency as Decree 30/2020/NĐ-CP lays it out: one description that PDF and Word render. It says what
/// stands in it and leaves how it looks to them. Its words are Vietnamese whatever language its reader prefers, so they come ready.
/// </summary>
public sealed record OfficialDocument
{
    /// <summary>The name of the file without its ending, plain ASCII.</summary>
    public required string FileName { get; init; }

    /// <summary>Who issues it.</summary>
    public required Letterhead Head { get; init; }

    /// <summary>The name of the kind of paper, for instance "GIẤY TIẾP NHẬN"; null for a letter, which has only a <see cref="Subject"/>.</summary>
    public string? Title { get; init; }

    /// <summary>What it is about: under the title, or, in a letter, after "V/v" under its number.</summary>
    public required string Subject { get; init; }

    /// <summary>Whom it is addressed to ("Kính gửi"); empty where nobody is named.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Who decides, in capitals, above the bases; null where the agency of the head does.</summary>
    public string? Authority { get; init; }

    /// <summary>What it rests on ("Căn cứ …"), without the semicolon or full stop at the end.</summary>
    public IReadOnlyList<RichText> Bases { get; init; } = [];

    /// <summary>The word between the bases and the articles, for instance "QUYẾT ĐỊNH:"; null for none.</summary>
    public string? Enacting { get; init; }

    /// <summary>What it says, in order.</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>Who signs, from left to right; the last one stands at the right edge.</summary>
    public required IReadOnlyList<Signature> Signatures { get; init; }

    /// <summary>Who gets a copy ("Nơi nhận"), without dash and semicolon.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>What is attached, in order; each begins on a page of its own and counts its own pages.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>Whether its pages lie on their side.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>What its figures come from, in small print at the foot of every page, annexes included; null for nothing.</summary>
    public string? Source { get; init; }

    /// <summary>What stands at the top of its second page and those after it, so that a loose page is known again; null for nothing.</summary>
    public string? RunningHead { get; init; }
}

/// <summary>The head of an official document.</summary>
/// <param name="Superior">The agency above, in capitals; null where there is none.</param>
/// <param name="Issuer">The agency that issues it, in capitals.</param>
/// <param name="Symbol">What follows the number, for instance "SCT-QLCN"; the number itself is the document office's.</param>
/// <param name="Place">Where it is signed.</param>
/// <param name="Year">The year in its date, where the day is left to be filled in by hand.</param>
/// <param name="Day">Its date; null where the document office fills it in.</param>
public sealed record Letterhead(string? Superior, string Issuer, string Symbol, string Place, int Year, DateOnly? Day = null)
{
    /// <summary>The code of a form, in place of number and date: it gets neither, and is dated where it is signed. Null for a paper with a number.</summary>
    public string? Code { get; init; }

    /// <summary>Its whole number, symbol included, once the document office has given it; null while it is to be written in.</summary>
    public string? GivenNumber { get; init; }

    /// <summary>The number, or the room for it to be written in.</summary>
    public string Number => GivenNumber is { } given ? $"Số: {given}" : $"Số:           /{Symbol}";

    /// <summary>Place and date. Days below ten and months below three are written with two digits, so that nothing can be put before them.</summary>
    public string PlaceAndDate => Day is { } day
        ? $"{Place}, ngày {day.Day:00} tháng {(day.Month < 3 ? $"{day.Month:00}" : day.Month)} năm {day.Year}"
        : $"{Place}, ngày      tháng      năm {Year}";
}

/// <summary>A signature.</summary>
/// <param name="Role">The signer's office, in capitals, a line each: "TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG".</param>
/// <param name="Name">The signer's name; null where it is written in by hand.</param>
/// <param name="Hint">What to do there, for instance "(Ký, ghi rõ họ tên)"; null for nothing.</param>
public sealed record Signature(IReadOnlyList<string> Role, string? Name = null, string? Hint = null)
{
    /// <summary>Place and date above the office, with room for the day to be written in; null where the head of the paper has them.</summary>
    public string? Dated { get; init; }
}

/// <summary>An annex (phụ lục) of an official document.</summary>
/// <param name="Name">Its name, for instance "Phụ lục I".</param>
/// <param name="Title">What it holds, in capitals.</param>
/// <param name="Body">What it says, in order.</param>
public sealed record Annex(string Name, string Title, IReadOnlyList<Block> Body)
{
    /// <summary>To what it belongs, in brackets below the title; null for nothing.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether its pages lie on their side, for wide tables.</summary>
    public bool IsLandscape { get; init; }
}

/// <summary>Words in one style.</summary>
/// <param name="Text">The words, taken as they are.</param>
/// <param name="IsBold">Whether they are heavy.</param>
/// <param name="IsItalic">Whether they are slanted.</param>
public sealed record Run(string Text, bool IsBold = false, bool IsItalic = false);

/// <summary>Words of which some may be bold or italic. Plain words become one by themselves.</summary>
/// <param name="Runs">The words, in order.</param>
public sealed record RichText(IReadOnlyList<Run> Runs)
{
    /// <summary>The words without their style.</summary>
    public string Plain => string.Concat(Runs.Select(run => run.Text));

    /// <summary>Plain words.</summary>
    public static implicit operator RichText(string text) => new([new Run(text)]);
}

/// <summary>A part of the body.</summary>
public abstract record Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its words; each line break begins a paragraph of its own.</param>
public sealed record Prose(RichText Text) : Block;

/// <summary>An article of a decision ("Điều 1.").</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">Its words; each line break begins a paragraph of its own.</param>
public sealed record Article(int Number, RichText Text) : Block
{
    /// <summary>What stands before its words.</summary>
    public string Label => $"Điều {Number}.";
}

/// <summary>A heading within the body.</summary>
/// <param name="Text">Its words, with its number if it has one.</param>
public sealed record Heading(string Text) : Block;

/// <summary>Things listed one under the other.</summary>
/// <param name="Texts">What is listed.</param>
/// <param name="IsNumbered">Whether they have numbers; otherwise dashes.</param>
public sealed record Items(IReadOnlyList<RichText> Texts, bool IsNumbered = false) : Block;

/// <summary>What is known about something: a label and its value, a line each.</summary>
/// <param name="Lines">The lines.</param>
public sealed record Facts(IReadOnlyList<Fact> Lines) : Block;

/// <summary>A table within the body.</summary>
/// <param name="Table">The table; its caption, if any, stands above it.</param>
public sealed record Listed(Table Table) : Block;

/// <summary>A remark in small letters: how to fill in, what is left out.</summary>
/// <param name="Text">Its words.</param>
public sealed record SmallPrint(string Text) : Block;

/// <summary>Room to write by hand.</summary>
/// <param name="Label">What is to be written there.</param>
/// <param name="Lines">How many lines.</param>
public sealed record WritingRoom(string Label, int Lines) : Block;

/// <summary>A table to be filled in by hand: its columns are as wide as they ask, its rows high enough to write in.</summary>
/// <param name="Columns">The columns; what they leave of the page's width goes to the first that stretches.</param>
/// <param name="Rows">The rows, each with a cell for every column.</param>
public sealed record FillIn(IReadOnlyList<FillColumn> Columns, IReadOnlyList<FillRow> Rows) : Block;

/// <summary>A column of a table to be filled in.</summary>
/// <param name="Header">The words at its top.</param>
/// <param name="Millimetres">Its width; 0 for one that takes what others leave.</param>
/// <param name="IsCentred">Whether its values stand in the middle.</param>
public sealed record FillColumn(string Header, double Millimetres, bool IsCentred = false);

/// <summary>A row of a table to be filled in: plain ones have room to write, groups and totals stand out.</summary>
/// <param name="Cells">Its cells.</param>
/// <param name="Style">Plain, group or total.</param>
public sealed record FillRow(IReadOnlyList<FillCell> Cells, RowStyle Style = RowStyle.Plain);

/// <summary>A cell of a table to be filled in.</summary>
/// <param name="Text">What is printed in it; empty for room to write.</param>
/// <param name="Note">What stands below in small letters; null for nothing.</param>
public sealed record FillCell(string Text = "", string? Note = null);
