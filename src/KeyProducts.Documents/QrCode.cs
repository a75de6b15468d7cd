using System.Globalization;
using System.Text;
using KeyProducts.Documents.Certificates;

namespace KeyProducts.Documents;

/// <summary>A QR code as a path of SVG.</summary>
/// <param name="Size">How many squares a side has, the quiet zone included.</param>
/// <param name="Path">The dark squares, each of size 1.</param>
public sealed record QrCode(int Size, string Path)
{
    /// <summary>Encodes a text.</summary>
    public static QrCode Of(string text)
    {
        var squares = QrSquares.Of(text);
        var path = new StringBuilder();
        foreach (var (row, column, count) in squares.Rows)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h{count}v1h-{count}z");
        }

        return new QrCode(squares.Size, path.ToString());
    }
}
