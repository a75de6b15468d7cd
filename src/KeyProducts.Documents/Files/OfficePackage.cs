using System.Xml;

namespace KeyProducts.Documents.Files;

/// <summary>A zip archive that may be a document of Word, Excel or PowerPoint: what it is stands in its list of content types.</summary>
internal static class OfficePackage
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string Document = "application/vnd.openxmlformats-officedocument.", Main = ".main+xml";

    // By the content type of the main part.
    private static readonly Dictionary<string, FileKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [Document + "wordprocessingml.document" + Main] = FileKind.Word,
        [Document + "spreadsheetml.sheet" + Main] = FileKind.Excel,
        [Document + "presentationml.presentation" + Main] = FileKind.PowerPoint,
    };

    /// <summary>The kind of the document; refused when it is none, carries macros, or unpacks without end.</summary>
    public static FileKind KindOf(Stream archive)
    {
        var directory = ArchiveCheck.Read(archive, new ArchiveLimits());
        var list = directory.Parts.FirstOrDefault(part => part.Name == ContentTypes) ?? throw FileKind.Archive();
        var types = TypesOf(directory, list);
        // Those are made for macros too, and say so in the type of their main part.
        var named = types.FirstOrDefault(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase));
        if (named is not null || types.Any(IsProgram) || directory.Parts.Any(part => IsProgramName(part.Name)))
        {
            throw FileRefusedException.Macros(Without(named, types).Name);
        }

        return types.Select(type => Kinds.GetValueOrDefault(type)).FirstOrDefault(kind => kind is not null) ?? throw FileKind.Unknown();
    }

    // The content type of every part: its own, or that of its ending.
    private static HashSet<string> TypesOf(ZipDirectory directory, ZipPart list)
    {
        var own = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var byEnding = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var xml = XmlReader.Create(directory.Open(list), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type)
                {
                    var (types, key) = xml.LocalName == "Override" ? (own, xml.GetAttribute("PartName")?.TrimStart('/')) : (byEnding, xml.GetAttribute("Extension"));
                    types[key ?? ""] = type.Trim();
                }
            }
        }
        catch (XmlException)
        {
            throw FileRefusedException.Damaged();
        }

        return [.. directory.Parts.Where(part => part != list)
            .Select(part => own.GetValueOrDefault(part.Name) ?? byEnding.GetValueOrDefault(FileName.EndingOf(part.Name))).OfType<string>()];
    }

    private static bool IsProgram(string type) =>
        type.StartsWith("application/vnd.ms-office.vbaProject", StringComparison.OrdinalIgnoreCase) || type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase);

    private static bool IsProgramName(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase);

    private static FileKind Without(string? named, HashSet<string> types)
    {
        var words = named ?? string.Join(' ', types);
        return words.Contains("excel", StringComparison.OrdinalIgnoreCase) || words.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase) ? FileKind.Excel
            : words.Contains("powerpoint", StringComparison.OrdinalIgnoreCase) || words.Contains("presentationml", StringComparison.OrdinalIgnoreCase) ? FileKind.PowerPoint
            : FileKind.Word;
    }
}
