using System.Text;
using static KeyProducts.Documents.Pdf.PdfSyntax;

namespace KeyProducts.Documents.Pdf;

/// <summary>An outline of lines and curves. Lengths are points and are counted from the top left corner of the page, downwards.</summary>
internal sealed class VectorPath
{
    // How far the handles of a quarter of a circle stand from its ends, in parts of the radius.
    private const double Handle = 0.5522847498;

    private readonly List<(char Operator, double[] Points)> parts = [];

    /// <summary>Begins a new outline.</summary>
    public VectorPath Move(double x, double y) => Add('m', x, y);

    /// <summary>Goes on in a straight line.</summary>
    public VectorPath Line(double x, double y) => Add('l', x, y);

    /// <summary>Goes on in a Bézier curve with two handles.</summary>
    public VectorPath Curve(double x1, double y1, double x2, double y2, double x, double y) => Add('c', x1, y1, x2, y2, x, y);

    /// <summary>Joins the end with the beginning.</summary>
    public VectorPath Close() => Add('h');

    /// <summary>Adds a closed outline of corners.</summary>
    public VectorPath Polygon(IReadOnlyList<(double X, double Y)> corners)
    {
        Move(corners[0].X, corners[0].Y);
        foreach (var (x, y) in corners.Skip(1))
        {
            Line(x, y);
        }

        return Close();
    }

    /// <summary>Adds a rectangle.</summary>
    public VectorPath Rectangle(double x, double y, double width, double height) => Polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)]);

    /// <summary>Adds a circle.</summary>
    public VectorPath Circle(double x, double y, double radius)
    {
        var handle = radius * Handle;
        return Move(x + radius, y)
            .Curve(x + radius, y + handle, x + handle, y + radius, x, y + radius)
            .Curve(x - handle, y + radius, x - radius, y + handle, x - radius, y)
            .Curve(x - radius, y - handle, x - handle, y - radius, x, y - radius)
            .Curve(x + handle, y - radius, x + radius, y - handle, x + radius, y)
            .Close();
    }

    /// <summary>Writes the operators, with heights counted upwards as the format does.</summary>
    public void Save(StringBuilder content, double pageHeight)
    {
        foreach (var (sign, points) in parts)
        {
            for (var i = 0; i < points.Length; i += 2)
            {
                content.Append(Number(points[i])).Append(' ').Append(Number(pageHeight - points[i + 1])).Append(' ');
            }

            content.Append(sign).Append(' ');
        }
    }

    private VectorPath Add(char sign, params double[] points)
    {
        parts.Add((sign, points));
        return this;
    }
}
