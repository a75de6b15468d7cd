namespace KeyProducts.Documents.Files;

/// <summary>A kind of file that is taken as evidence, told by what is in the file and never by its name.</summary>
/// <param name="Name">What readers of both languages call it.</param>
/// <param name="ContentType">What browsers are told.</param>
/// <param name="Endings">The endings its name may have, the usual one first.</param>
public sealed record FileKind(string Name, string ContentType, params IReadOnlyList<string> Endings)
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    /// <summary>A PDF.</summary>
    public static readonly FileKind Pdf = new("PDF", "application/pdf", "pdf");

    /// <summary>A PNG picture.</summary>
    public static readonly FileKind Png = new("PNG", "image/png", "png");

    /// <summary>A JPEG picture.</summary>
    public static readonly FileKind Jpeg = new("JPEG", "image/jpeg", "jpg", "jpeg", "jpe", "jfif");

    /// <summary>A WebP picture.</summary>
    public static readonly FileKind WebP = new("WebP", "image/webp", "webp");

    /// <summary>A TIFF picture, as scanners make them.</summary>
    public static readonly FileKind Tiff = new("TIFF", "image/tiff", "tif", "tiff");

    /// <summary>A GIF picture.</summary>
    public static readonly FileKind Gif = new("GIF", "image/gif", "gif");

    /// <summary>A Word document of 2007 and later.</summary>
    public static readonly FileKind Word = new("Word (.docx)", OpenXml + "wordprocessingml.document", "docx");

    /// <summary>An Excel workbook of 2007 and later.</summary>
    public static readonly FileKind Excel = new("Excel (.xlsx)", OpenXml + "spreadsheetml.sheet", "xlsx");

    /// <summary>A PowerPoint presentation of 2007 and later.</summary>
    public static readonly FileKind PowerPoint = new("PowerPoint (.pptx)", OpenXml + "presentationml.presentation", "pptx");

    /// <summary>A Word document of before 2007.</summary>
    public static readonly FileKind OldWord = new("Word (.doc)", "application/msword", "doc");

    /// <summary>An Excel workbook of before 2007.</summary>
    public static readonly FileKind OldExcel = new("Excel (.xls)", "application/vnd.ms-excel", "xls");

    /// <summary>A PowerPoint presentation of before 2007.</summary>
    public static readonly FileKind OldPowerPoint = new("PowerPoint (.ppt)", "application/vnd.ms-powerpoint", "ppt");

    /// <summary>All kinds that are taken.</summary>
    public static readonly IReadOnlyList<FileKind> All =
        [Pdf, Png, Jpeg, WebP, Tiff, Gif, Word, Excel, PowerPoint, OldWord, OldExcel, OldPowerPoint];

    /// <summary>What readers call a file of that content type; the type itself for one of another version.</summary>
    public static string NameOf(string contentType) => All.FirstOrDefault(kind => kind.ContentType == contentType)?.Name ?? contentType;

    /// <summary>
    /// Tells the kind of a file by reading it, and that its name ends accordingly.
    /// </summary>
    /// <param name="content">The file; it must allow seeking, and stays open.</param>
    /// <param name="name">Its name; see <see cref="FileName.Of"/>.</param>
    /// <exception cref="FileRefusedException">It is empty, of no kind that is taken, carries macros, is locked or damaged, unpacks without end, or its ending says something else.</exception>
    public static FileKind Of(Stream content, string name)
    {
        var kind = Of(content);
        var ending = FileName.EndingOf(name);
        if (kind.Endings.Contains(ending))
        {
            return kind;
        }

        throw ending.Length == 0
            ? new FileRefusedException("The name of the file has no ending, and its content is {0}. Rename it so that it ends in “.{1}”.", kind.Name, kind.Endings[0])
            : new FileRefusedException("The name of the file ends in “.{0}”, but its content is {1}. If the content is right, rename it so that it ends in “.{2}”.", ending, kind.Name, kind.Endings[0]);
    }

    /// <summary>Tells the kind of a file by reading it.</summary>
    /// <exception cref="FileRefusedException">It is empty, of no kind that is taken, carries macros, is locked or damaged, or unpacks without end.</exception>
    public static FileKind Of(Stream content)
    {
        content.Position = 0;
        var start = new byte[64];
        var length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return length == 0 ? throw new FileRefusedException("The file is empty: it has 0 bytes.") : ByStart(start.AsSpan(0, length), content);
    }

    private static FileKind ByStart(ReadOnlySpan<byte> start, Stream content)
    {
        // Some scanners put a byte order mark or an empty line before the first word.
        var words = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        return start switch
        {
            _ when words.TrimStart(" \t\r\n"u8).StartsWith("%PDF-"u8) => Pdf,
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, _, _, _, _, (byte)'I', (byte)'H', (byte)'D', (byte)'R', ..] => Png,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
            [0x49, 0x49, 0x2A or 0x2B, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A or 0x2B, ..] => Tiff,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
            [(byte)'P', (byte)'K', 3, 4, ..] => OfficePackage.KindOf(content),
            _ when start.StartsWith(CompoundFile.Signature) => new CompoundFile(content).Kind(),
            _ when IsProgram(start) => throw new FileRefusedException("The file is a program, whatever its name says. Programs are not taken."),
            _ when IsArchive(start) => throw Archive(),
            _ => throw Unknown(),
        };
    }

    /// <summary>The refusal of what is none of <see cref="All"/>.</summary>
    internal static FileRefusedException Unknown() =>
        new("The file is of no kind that is taken. Taken are PDF, pictures (PNG, JPEG, WebP, TIFF, GIF), Word, Excel and PowerPoint.");

    /// <summary>The refusal of a bundle of files.</summary>
    internal static FileRefusedException Archive() => new("The file is an archive of other files. Unpack it and send what is in it.");

    private static bool IsProgram(ReadOnlySpan<byte> start) => start is
        [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'#', (byte)'!', ..]
        or [0xCA, 0xFE, 0xBA, 0xBE, ..] or [0xCF, 0xFA, 0xED, 0xFE, ..] or [0xCE, 0xFA, 0xED, 0xFE, ..];

    // Rar, 7-Zip, gzip, bzip2, xz, cabinet, and a zip without anything in it.
    private static bool IsArchive(ReadOnlySpan<byte> start) => start is
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [0x37, 0x7A, 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..] or [(byte)'B', (byte)'Z', (byte)'h', ..]
        or [0xFD, 0x37, 0x7A, 0x58, ..] or [(byte)'M', (byte)'S', (byte)'C', (byte)'F', ..] or [(byte)'P', (byte)'K', 5, 6, ..];
}
