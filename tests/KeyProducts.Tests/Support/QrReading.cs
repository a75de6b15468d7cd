using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KeyProducts.Tests.Support;

/// <summary>
/// Reads QR codes back from the squares that are drawn on the pages of a PDF, as a camera's program would from a clean picture: format, mask, codewords, blocks, bytes
/// (ISO/IEC 18004, level Q, versions 1 to 10). The squares are exact, so errors need no correcting: any wrong one garbles the words.
/// </summary>
internal static partial class QrReading
{
    // Level Q by version: error correction codewords a block, then (blocks, data codewords).
    private static readonly (int Correction, (int Blocks, int Words)[] Groups)[] LevelQ =
    [
        (13, [(1, 13)]), (22, [(1, 22)]), (18, [(2, 17)]), (26, [(2, 24)]), (18, [(2, 15), (2, 16)]),
        (24, [(4, 19)]), (18, [(2, 14), (4, 15)]), (22, [(4, 18), (2, 19)]), (20, [(4, 16), (4, 17)]), (24, [(6, 19), (2, 20)]),
    ];

    private const string Signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private static readonly int[][] Alignment = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

    /// <summary>What the codes of a file say, page by page.</summary>
    public static IReadOnlyList<string> InPdf(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var plain = Path.Combine(folder.Path, "plain.pdf");
        InstalledTool.Qpdf.Run("--qdf", "--object-streams=disable", "--no-original-object-ids", folder.Put("sheet.pdf", pdf), plain);
        return [.. Figure().Matches(Encoding.Latin1.GetString(File.ReadAllBytes(plain))).Select(figure => Decode(Squares(figure.Groups[1].Value)))];
    }

    private static bool[,] Squares(string drawing)
    {
        var paper = Paper().Match(drawing);
        var (left, bottom, side) = (Value(paper, 1), Value(paper, 2), Value(paper, 3));
        var runs = Run().Matches(drawing).Select(run => (Left: Value(run, 1), Top: Value(run, 2), Right: Value(run, 3), Bottom: Value(run, 4))).ToList();
        // The first run is the upper edge of a finder pattern: seven squares. Four on each side stay light.
        var square = (runs[0].Right - runs[0].Left) / 7;
        var size = (int)Math.Round(side / square);
        square = side / size;
        var matrix = new bool[size - 8, size - 8];
        foreach (var run in runs)
        {
            var row = (int)Math.Round((bottom + side - run.Top) / square);
            for (var column = (int)Math.Round((run.Left - left) / square); column < (int)Math.Round((run.Right - left) / square); column++)
            {
                matrix[row - 4, column - 4] = true;
            }
        }

        return matrix;
    }

    private static string Decode(bool[,] matrix)
    {
        var size = matrix.GetLength(0);
        var version = (size - 17) / 4;
        Assert.InRange(version, 1, 10);
        var format = 0;
        foreach (var (row, column) in FormatPlaces())
        {
            format = (format << 1) | (matrix[row, column] ? 1 : 0);
        }

        format ^= 0x5412;
        Assert.Equal(0b11, format >> 13); // Level Q.
        var mask = (format >> 10) & 7;
        var bits = new List<bool>();
        for (var (right, upwards) = (size - 1, true); right > 0; (right, upwards) = (right - 2, !upwards))
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < size; step++)
            {
                var row = upwards ? size - 1 - step : step;
                foreach (var column in new[] { right, right - 1 }.Where(column => !IsFunction(row, column, size, version)))
                {
                    bits.Add(matrix[row, column] ^ IsMasked(mask, row, column));
                }
            }
        }

        var words = bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => chunk.Aggregate(0, (word, bit) => (word << 1) | (bit ? 1 : 0))).ToList();
        return Text(Join(words, LevelQ[version - 1].Groups), version);
    }

    // Blocks were dealt out word by word, the longer ones at the end.
    private static List<int> Join(List<int> words, (int Blocks, int Words)[] groups)
    {
        var lengths = groups.SelectMany(group => Enumerable.Repeat(group.Words, group.Blocks)).ToList();
        var blocks = lengths.ConvertAll(_ => new List<int>());
        var next = 0;
        for (var place = 0; place < lengths.Max(); place++)
        {
            for (var block = 0; block < blocks.Count; block++)
            {
                if (place < lengths[block])
                {
                    blocks[block].Add(words[next++]);
                }
            }
        }

        return [.. blocks.SelectMany(block => block)];
    }

    private static string Text(List<int> words, int version)
    {
        var bits = new BitArray(words.Count * 8);
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = (words[i / 8] >> (7 - (i % 8)) & 1) == 1;
        }

        var at = 0;
        int Take(int count)
        {
            var value = 0;
            for (var i = 0; i < count; i++)
            {
                value = (value << 1) | (bits[at++] ? 1 : 0);
            }

            return value;
        }

        var text = new StringBuilder();
        for (var mode = Take(4); mode != 0; mode = at + 4 <= bits.Length ? Take(4) : 0)
        {
            switch (mode)
            {
                case 0b0001:
                    for (var left = Take(version < 10 ? 10 : 12); left > 0; left -= 3)
                    {
                        var digits = Math.Min(left, 3);
                        text.Append(Take((digits * 3) + 1).ToString(new string('0', digits), CultureInfo.InvariantCulture));
                    }

                    break;
                case 0b0010:
                    for (var left = Take(version < 10 ? 9 : 11); left > 0; left -= 2)
                    {
                        var pair = Take(left > 1 ? 11 : 6);
                        text.Append(left > 1 ? $"{Signs[pair / 45]}{Signs[pair % 45]}" : $"{Signs[pair]}");
                    }

                    break;
                default:
                    Assert.Equal(0b0100, mode);
                    var length = Take(version < 10 ? 8 : 16);
                    text.Append(Encoding.UTF8.GetString([.. Enumerable.Range(0, length).Select(_ => (byte)Take(8))]));
                    break;
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(int Row, int Column)> FormatPlaces() =>
    [
        .. Enumerable.Range(0, 6).Select(column => (8, column)), (8, 7), (8, 8), (7, 8), .. Enumerable.Range(0, 6).Select(step => (5 - step, 8)),
    ];

    private static bool IsFunction(int row, int column, int size, int version)
    {
        var isFinder = (row < 9 && (column < 9 || column >= size - 8)) || (row >= size - 8 && column < 9);
        var isVersion = version >= 7 && ((row < 6 && column >= size - 11 && column < size - 8) || (column < 6 && row >= size - 11 && row < size - 8));
        var centres = Alignment[version - 1];
        var isAlignment = centres.Any(y => centres.Any(x =>
            Math.Abs(row - y) <= 2 && Math.Abs(column - x) <= 2 && !((x == 6 && y == 6) || (x == 6 && y == size - 7) || (x == size - 7 && y == 6))));
        return isFinder || isVersion || isAlignment || row == 6 || column == 6;
    }

    private static bool IsMasked(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => ((row / 2) + (column / 3)) % 2 == 0,
        5 => (row * column % 2) + (row * column % 3) == 0,
        6 => ((row * column % 2) + (row * column % 3)) % 2 == 0,
        _ => (((row + column) % 2) + (row * column % 3)) % 2 == 0,
    };

    private static double Value(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Figure <</MCID \d+>> BDC\n(.*?)EMC", RegexOptions.Singleline)]
    private static partial Regex Figure();

    [GeneratedRegex(@"1 1 1 rg ([\d.]+) ([\d.]+) ([\d.]+) \3 re f")]
    private static partial Regex Paper();

    // A rectangle as a path: from the upper left corner clockwise.
    [GeneratedRegex(@"([\d.]+) ([\d.]+) m ([\d.]+) \2 l \3 ([\d.]+) l \1 \4 l h")]
    private static partial Regex Run();
}
