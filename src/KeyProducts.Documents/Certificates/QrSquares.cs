using QRCoder;

namespace KeyProducts.Documents.Certificates;

/// <summary>The dark squares of a QR code. A quarter of it may be unreadable.</summary>
/// <param name="Size">How many squares a side has, the quiet zone of four on each side included.</param>
/// <param name="Rows">Runs of dark squares: row, first column, how many.</param>
internal sealed record QrSquares(int Size, IReadOnlyList<(int Row, int Column, int Count)> Rows)
{
    /// <summary>The same code as a picture, its quiet zone included.</summary>
    public static byte[] Picture(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        using var picture = new PngByteQRCode(code);
        return picture.GetGraphic(8);
    }

    /// <summary>Encodes an address.</summary>
    public static QrSquares Of(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        var matrix = code.ModuleMatrix;
        var runs = new List<(int, int, int)>();
        for (var row = 0; row < matrix.Count; row++)
        {
            for (var column = 0; column < matrix.Count; column++)
            {
                var first = column;
                while (column < matrix.Count && matrix[row][column])
                {
                    column++;
                }

                if (column > first)
                {
                    runs.Add((row, first, column - first));
                }
            }
        }

        return new QrSquares(matrix.Count, runs);
    }
}
