namespace KeyProducts.Documents.Certificates;

/// <summary>How a certificate looks.</summary>
public enum CertificateLook
{
    /// <summary>Lacquer red on white.</summary>
    Lacquer,

    /// <summary>Gold, with a medal that names the distinction.</summary>
    Gold,
}

/// <summary>Words in Vietnamese, and the same in English below.</summary>
/// <param name="Vietnamese">In Vietnamese.</param>
/// <param name="English">In English; empty for none.</param>
public sealed record BothLanguages(string Vietnamese, string English)
{
    /// <summary>On one line.</summary>
    public string OnOneLine => English.Length == 0 ? Vietnamese : $"{Vietnamese} / {English}";
}

/// <summary>
/// A certificate on one A4 sheet that lies on its side: one description that PDF and Word render. Its words come ready; how they are set is left to them.
/// </summary>
public sealed record CertificateSheet
{
    /// <summary>The name of the file without its ending, plain ASCII.</summary>
    public required string FileName { get; init; }

    /// <summary>How it looks.</summary>
    public required CertificateLook Look { get; init; }

    /// <summary>The name of the state.</summary>
    public required BothLanguages State { get; init; }

    /// <summary>The motto of the state.</summary>
    public required BothLanguages Motto { get; init; }

    /// <summary>Who issues it, in capitals.</summary>
    public required BothLanguages Authority { get; init; }

    /// <summary>What it is, in capitals.</summary>
    public required BothLanguages Title { get; init; }

    /// <summary>The title that it bestows, in capitals.</summary>
    public required string Subject { get; init; }

    /// <summary>What stands before the product.</summary>
    public required BothLanguages BeforeProduct { get; init; }

    /// <summary>The product.</summary>
    public required BothLanguages Product { get; init; }

    /// <summary>What stands before the business.</summary>
    public required BothLanguages BeforeBusiness { get; init; }

    /// <summary>The business.</summary>
    public required BothLanguages Business { get; init; }

    /// <summary>What is certified of the product; each line break begins a line of its own.</summary>
    public required string Body { get; init; }

    /// <summary>The same in English.</summary>
    public required string English { get; init; }

    /// <summary>The label of the number, and the number.</summary>
    public required (BothLanguages Label, string Value) Number { get; init; }

    /// <summary>From when to when it is valid.</summary>
    public required BothLanguages Validity { get; init; }

    /// <summary>What to do with the QR code.</summary>
    public required BothLanguages HowToCheck { get; init; }

    /// <summary>The address that the QR code holds, printed beside it.</summary>
    public required string CheckAddress { get; init; }

    /// <summary>Place and date.</summary>
    public required BothLanguages PlaceAndDate { get; init; }

    /// <summary>Who signs.</summary>
    public required Signature Signature { get; init; }

    /// <summary>The last line, in very small letters.</summary>
    public required string SmallPrint { get; init; }

    /// <summary>What the medal of a golden one says; null for no medal.</summary>
    public string? Medal { get; init; }

    /// <summary>What is stamped on a sheet that proves nothing, such as one of a demonstration; null for nothing.</summary>
    public BothLanguages? Mark { get; init; }

    /// <summary>All that is printed in words, in the order of reading, the address once: what every rendering says.</summary>
    public IReadOnlyList<string> Words =>
    [
        .. ((string?[])
        [
            State.Vietnamese, Motto.Vietnamese, ForeignHead, Authority.Vietnamese, Authority.English,
            Title.Vietnamese, Title.English, .. Lines(Subject), Mark?.Vietnamese, Mark?.English, BeforeProduct.OnOneLine, Product.Vietnamese, Product.English, BeforeBusiness.OnOneLine, Business.Vietnamese, Business.English,
            .. Lines(Body), .. Lines(English), Numbered, Validity.Vietnamese, Validity.English, HowToCheck.Vietnamese, HowToCheck.English, CheckAddress, Medal,
            PlaceAndDate.Vietnamese, PlaceAndDate.English, .. Signature.Role, Signature.Hint, Signature.Name, SmallPrint,
        ]).Where(words => !string.IsNullOrWhiteSpace(words)).Select(words => words!),
    ];

    /// <summary>The name of the state and its motto in English, on one line.</summary>
    internal string ForeignHead => $"{State.English} – {Motto.English}";

    /// <summary>The number with its label.</summary>
    internal string Numbered => $"{Number.Label.OnOneLine}: {Number.Value}";

    /// <summary>The lines of a text.</summary>
    internal static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
