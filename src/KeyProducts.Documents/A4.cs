namespace KeyProducts.Documents;

/// <summary>The sheet that papers are printed on, with the margins of Decree 30/2020/NĐ-CP. Lengths are points, 1/72 inch.</summary>
internal static class A4
{
    /// <summary>A millimetre.</summary>
    public const double Millimetre = 72 / 25.4;

    /// <summary>The sides of the sheet.</summary>
    public const double ShortSide = 210 * Millimetre, LongSide = 297 * Millimetre;

    /// <summary>What stays free around the text.</summary>
    public const double Top = 20 * Millimetre, Bottom = 20 * Millimetre, Left = 30 * Millimetre, Right = 15 * Millimetre;

    /// <summary>How far from the upper edge the letters of the page number stand.</summary>
    public const double NumberBaseline = 13 * Millimetre;

    /// <summary>How far from the lower edge the last line at the foot stands.</summary>
    public const double FootBaseline = 11 * Millimetre;

    /// <summary>Width and height of the sheet.</summary>
    public static (double Width, double Height) Sheet(bool isLandscape) => isLandscape ? (LongSide, ShortSide) : (ShortSide, LongSide);

    /// <summary>The width of the text.</summary>
    public static double TextWidth(bool isLandscape) => Sheet(isLandscape).Width - Left - Right;
}
