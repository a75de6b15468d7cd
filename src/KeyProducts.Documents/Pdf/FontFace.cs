namespace KeyProducts.Documents.Pdf;

/// <summary>The four faces of the embedded family; each name is the ending of its file.</summary>
internal enum FontFace
{
    /// <summary>Upright.</summary>
    Regular,

    /// <summary>Heavy.</summary>
    Bold,

    /// <summary>Slanted.</summary>
    Italic,

    /// <summary>Heavy and slanted.</summary>
    BoldItalic,
}
