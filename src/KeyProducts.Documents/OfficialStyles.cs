using System.Globalization;
using KeyProducts.Documents.Pdf;

namespace KeyProducts.Documents;

/// <summary>How a kind of paragraph of an official document looks, in every rendering. Lengths are points.</summary>
/// <param name="Id">Its name within files, plain ASCII.</param>
/// <param name="Name">Its name in the list of styles of a word processor.</param>
/// <param name="Text">Face, size and where lines stand.</param>
internal sealed record OfficialStyle(string Id, string Name, TextStyle Text)
{
    /// <summary>The room above, except at the top of a page.</summary>
    public double Before { get; init; }

    /// <summary>The room below.</summary>
    public double After { get; init; }

    /// <summary>By how much the first line begins further to the right.</summary>
    public double FirstLine { get; init; }

    /// <summary>By how much all lines begin further to the right.</summary>
    public double Left { get; init; }

    /// <summary>By how much all lines end further to the left.</summary>
    public double Right { get; init; }

    /// <summary>Whether it stands on the page of what follows.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>Its level in the outline, from 1; null where it is no heading.</summary>
    public int? Level { get; init; }
}

/// <summary>The styles of official documents: sizes and faces as Decree 30/2020/NĐ-CP asks for them.</summary>
internal static class OfficialStyles
{
    /// <summary>The height left for a hand to sign, the room above the end of a document, and the room above a table without a caption.</summary>
    public const double SigningRoom = 64, EndGap = 12, TableGap = 6;

    /// <summary>The height that a short rule takes under the words it belongs to.</summary>
    public const double RuleHeight = 3;

    /// <summary>The length of the rule under a title, as a share of the width; and the share that those who get a copy have beside a single signature.</summary>
    public const double TitleRule = 0.2, CopiesShare = 0.4;

    /// <summary>From one line to write on to the next, so far apart that a hand fits between.</summary>
    public const double WritingLine = 21;

    private const double Indent = 28.35; // One centimetre.

    /// <summary>The styles of the head.</summary>
    public static readonly OfficialStyle
        Superior = Centred("Superior", "Cơ quan chủ quản", FontFace.Regular, 12),
        Issuer = Centred("Issuer", "Cơ quan ban hành", FontFace.Bold, 12),
        Country = Centred("Country", "Quốc hiệu", FontFace.Bold, 12),
        Motto = Centred("Motto", "Tiêu ngữ", FontFace.Bold, 13),
        Number = Centred("Number", "Số và ký hiệu", FontFace.Regular, 13, before: 7),
        Code = Centred("Code", "Mã biểu mẫu", FontFace.Regular, 12, before: 7),
        About = Centred("About", "Trích yếu công văn", FontFace.Regular, 12, before: 1) with { Left = 6, Right = 6 },
        Day = Centred("Day", "Địa danh và thời gian", FontFace.Italic, 13, before: 7),
        Title = Centred("DocumentTitle", "Tên loại văn bản", FontFace.Bold, 14, before: 20) with { KeepsWithNext = true, Level = 1 },
        Subject = Centred("Subject", "Trích yếu nội dung", FontFace.Bold, 14) with { Left = 30, Right = 30, KeepsWithNext = true },
        Addressee = Centred("Addressee", "Kính gửi", FontFace.Regular, 13, before: 16) with { Left = 30, Right = 30 },
        AddressedTo = new("AddressedTo", "Kính gửi nhiều nơi", new(FontFace.Regular, 13)) { Before = 16, Left = 94, KeepsWithNext = true },
        AddresseeLine = new("AddresseeLine", "Nơi gửi đến", new(FontFace.Regular, 13)) { Left = 149 },
        Authority = Centred("Authority", "Thẩm quyền ban hành", FontFace.Bold, 13, before: 14) with { KeepsWithNext = true },
        Basis = new("Basis", "Căn cứ ban hành", new(FontFace.Italic, 13, Alignment.Justified)) { Before = 5, FirstLine = Indent },
        Enacting = Centred("Enacting", "Lời ban hành", FontFace.Bold, 13, before: 10) with { KeepsWithNext = true };

    /// <summary>The styles of the body.</summary>
    public static readonly OfficialStyle
        Prose = new("Prose", "Nội dung", new(FontFace.Regular, 13, Alignment.Justified)) { Before = 6, FirstLine = Indent },
        Article = Prose with { Id = "Article", Name = "Điều" },
        Heading = new("BodyHeading", "Đề mục", new(FontFace.Bold, 13, Alignment.Justified)) { Before = 8, FirstLine = Indent, KeepsWithNext = true, Level = 2 },
        Item = Prose with { Id = "Item", Name = "Liệt kê", Before = 4 },
        Fact = new("Fact", "Thông tin", new(FontFace.Regular, 13)) { Before = 3 },
        SmallPrint = new("SmallPrint", "Ghi chú", new(FontFace.Italic, 11)) { Before = 6 },
        Room = new("Room", "Dòng để viết", new(FontFace.Regular, 13)) { Before = 6 },
        Caption = new("TableCaption", "Tên bảng", new(FontFace.Bold, 12)) { Before = 8, After = 3, KeepsWithNext = true, Level = 3 },
        FormHead = Centred("FormHead", "Biểu ghi: đầu cột", FontFace.Bold, 11),
        FormNote = new("FormNote", "Biểu ghi: hướng dẫn", new(FontFace.Italic, 9.5));

    /// <summary>The styles of the end and of annexes.</summary>
    public static readonly OfficialStyle
        Dated = Centred("Dated", "Thời gian ký", FontFace.Italic, 13),
        Role = Centred("Role", "Chức vụ người ký", FontFace.Bold, 13),
        Hint = Centred("SignatureHint", "Hướng dẫn ký", FontFace.Italic, 12),
        Name = Centred("SignatureName", "Họ tên người ký", FontFace.Bold, 13),
        CopiesTo = new("CopiesTo", "Nơi nhận", new(FontFace.BoldItalic, 12)),
        Copy = new("Copy", "Danh sách nơi nhận", new(FontFace.Regular, 11)),
        AnnexName = Centred("AnnexName", "Phụ lục", FontFace.Bold, 14) with { KeepsWithNext = true, Level = 1 },
        AnnexTitle = Centred("AnnexTitle", "Tên phụ lục", FontFace.Bold, 14) with { Left = 30, Right = 30, KeepsWithNext = true },
        Reference = Centred("Reference", "Kèm theo văn bản", FontFace.Italic, 13, before: 2) with { KeepsWithNext = true },
        PageNumber = Centred("PageNumber", "Số trang", FontFace.Regular, 13),
        RunningHead = new("RunningHead", "Đầu trang", new(FontFace.Italic, 10, Alignment.Right)),
        Source = new("Source", "Nguồn số liệu", new(FontFace.Regular, 8));

    /// <summary>The style of cells in a table to be read, whose letters are as large as its columns allow.</summary>
    public static OfficialStyle Cell(TextStyle text) => Variant("Cell", "Bảng", text);

    /// <summary>The style of cells in a table to be filled in.</summary>
    public static OfficialStyle FormCell(FontFace face, Alignment alignment) => Variant("FormCell", "Biểu ghi", new(face, 12, alignment));

    /// <summary>The lines of a signature above the room to sign, with their styles. Offices stand at one height even where only some have a date above them.</summary>
    public static IEnumerable<(OfficialStyle Style, string Words)> AboveName(Signature signature, IReadOnlyList<Signature> all)
    {
        if (all.Any(one => one.Dated is not null))
        {
            yield return (Dated, signature.Dated ?? "");
        }

        foreach (var line in signature.Role)
        {
            yield return (Role, line);
        }

        if (signature.Hint is { } hint)
        {
            yield return (Hint, hint);
        }
    }

    private static OfficialStyle Centred(string id, string name, FontFace face, double size, double before = 0) =>
        new(id, name, new(face, size, Alignment.Centre)) { Before = before };

    private static OfficialStyle Variant(string id, string name, TextStyle text)
    {
        // Word allows no comma in a name.
        var size = text.Size.ToString(CultureInfo.InvariantCulture);
        var face = text.Face switch { FontFace.Bold => " đậm", FontFace.Italic => " nghiêng", FontFace.BoldItalic => " đậm nghiêng", _ => "" };
        var place = text.Alignment switch { Alignment.Centre => " giữa", Alignment.Right => " phải", _ => "" };
        return new OfficialStyle(FormattableString.Invariant($"{id}{text.Size * 10}{text.Face}{text.Alignment}"), $"{name} {size}{face}{place}", text);
    }
}
