using KeyProducts.Documents.Pdf;

namespace KeyProducts.Documents.Certificates;

/// <summary>
/// The ornaments of a certificate, after the bronze drums of Đông Sơn: a sun with fourteen rays, rings of dotted circles joined by tangents, saw teeth;
/// in the corners scrolls as lacquerers draw them.
/// </summary>
internal sealed class CertificateFrame
{
    /// <summary>From the edge of the sheet to the frame, and the thickness of the frame.</summary>
    public const double Margin = 29, Band = 20;

    private const double Tooth = 6.2, Bead = 12.4, CornerRadius = 20.5;
    private const int Rays = 14;

    private readonly PdfPage page;
    private readonly CertificateInk ink;

    private CertificateFrame(PdfPage page, CertificateInk ink)
    {
        this.page = page;
        this.ink = ink;
    }

    /// <summary>Draws the frame around a page, and the drum behind its words.</summary>
    public static void Draw(PdfPage page, CertificateInk ink)
    {
        var frame = new CertificateFrame(page, ink);
        frame.Background();
        frame.Frame();
    }

    /// <summary>Draws a drum's sun with its rings; the words within are for the caller.</summary>
    public static void Medal(PdfPage page, CertificateInk ink, double x, double y, double radius)
    {
        // Two ribbons below, then the disc over them.
        foreach (var side in new[] { -1, 1 })
        {
            page.Area(new VectorPath().Polygon(
            [
                (x + (side * radius * 0.12), y + (radius * 0.6)), (x + (side * radius * 0.68), y + (radius * 0.5)), (x + (side * radius * 0.86), y + (radius * 1.62)),
                (x + (side * radius * 0.56), y + (radius * 1.44)), (x + (side * radius * 0.34), y + (radius * 1.7)),
            ]), ink.Strong);
        }

        page.Area(Star(x, y, radius * 1.04, radius * 0.94, 36), ink.Fine);
        page.Area(new VectorPath().Circle(x, y, radius * 0.9), Colour.White);
        page.Outline(new VectorPath().Circle(x, y, radius * 0.84), 0.7, ink.Strong);
        Beads(page, x, y, radius * 0.765, radius * 0.048, 34, 0.5, ink.Strong);
        page.Area(new VectorPath().Circle(x, y, radius * 0.67), ink.Strong);
        page.Outline(new VectorPath().Circle(x, y, radius * 0.615), 0.8, ink.Pale);
    }

    private static VectorPath Star(double x, double y, double outer, double inner, int rays) => new VectorPath().Polygon(
        [.. Enumerable.Range(0, rays * 2).Select(i => Around(x, y, i % 2 == 0 ? outer : inner, Math.PI * i / rays))]);

    // From the top, clockwise.
    private static (double X, double Y) Around(double x, double y, double radius, double angle) => (x + (radius * Math.Sin(angle)), y - (radius * Math.Cos(angle)));

    // Dotted circles around a centre, each joined with the next by a tangent.
    private static void Beads(PdfPage page, double x, double y, double radius, double bead, int count, double thickness, Colour colour)
    {
        VectorPath rings = new(), dots = new();
        for (var i = 0; i < count; i++)
        {
            var (angle, next) = (Math.PI * 2 * i / count, Math.PI * 2 * (i + 1) / count);
            var centre = Around(x, y, radius, angle);
            rings.Circle(centre.X, centre.Y, bead);
            dots.Circle(centre.X, centre.Y, bead * 0.36);
            var (from, to) = (Around(x, y, radius + bead, angle), Around(x, y, radius - bead, next));
            rings.Move(from.X, from.Y).Line(to.X, to.Y);
        }

        page.Outline(rings, thickness, colour);
        page.Area(dots, colour);
    }

    private static void Teeth(PdfPage page, double x, double y, double radius, double height, int count, Colour colour)
    {
        var teeth = new VectorPath();
        for (var i = 0; i < count; i++)
        {
            var (left, right, middle) = (Math.PI * 2 * (i - 0.46) / count, Math.PI * 2 * (i + 0.46) / count, Math.PI * 2 * i / count);
            teeth.Polygon([Around(x, y, radius, left), Around(x, y, radius + height, middle), Around(x, y, radius, right)]);
        }

        page.Area(teeth, colour);
    }

    // A whole drum, so pale that words stand on it.
    private void Background()
    {
        var (x, y) = (page.Width / 2, (page.Height / 2) + 4);
        page.Area(Star(x, y, 62, 20, Rays), ink.Watermark);
        foreach (var radius in new[] { 68.0, 72, 96, 100, 142, 146, 176, 180 })
        {
            page.Outline(new VectorPath().Circle(x, y, radius), 1, ink.Watermark);
        }

        Beads(page, x, y, 84, 6.4, 30, 1, ink.Watermark);
        Teeth(page, x, y, 103, 10, 60, ink.Watermark);
        Beads(page, x, y, 128, 7.2, 44, 1, ink.Watermark);
        Teeth(page, x, y, 149, 9, 84, ink.Watermark);
        Beads(page, x, y, 168, 5.2, 78, 1, ink.Watermark);
        Teeth(page, x, y, 183, 8, 110, ink.Watermark);
    }

    private void Frame()
    {
        var (width, height) = (page.Width, page.Height);
        var outer = Inset(Margin);
        if (ink.Band is { } tint)
        {
            foreach (var (x, y, w, h) in new[]
            {
                (Margin, Margin, width - (2 * Margin), Band), (Margin, height - Margin - Band, width - (2 * Margin), Band),
                (Margin, Margin, Band, height - (2 * Margin)), (width - Margin - Band, Margin, Band, height - (2 * Margin)),
            })
            {
                page.Rectangle(x, y, w, h, tint);
            }
        }

        page.Outline(outer, 1.8, ink.Strong);
        page.Outline(Inset(Margin + Band), 1.2, ink.Strong);
        page.Outline(Inset(Margin + Band + 3.6), 0.5, ink.Fine);
        Side(horizontal: true, Margin, 1);
        Side(horizontal: true, height - Margin, -1);
        Side(horizontal: false, Margin, 1);
        Side(horizontal: false, width - Margin, -1);
        foreach (var (right, down) in new[] { (1, 1), (-1, 1), (1, -1), (-1, -1) })
        {
            Corner(right == 1 ? Margin + (Band / 2) : width - Margin - (Band / 2), down == 1 ? Margin + (Band / 2) : height - Margin - (Band / 2), right, down);
        }
    }

    private VectorPath Inset(double by) => new VectorPath().Rectangle(by, by, page.Width - (2 * by), page.Height - (2 * by));

    // Saw teeth at both edges of the band, dotted circles with tangents between them.
    private void Side(bool horizontal, double edge, int inwards)
    {
        var length = (horizontal ? page.Width : page.Height) - (2 * Margin);
        var (from, room) = (Margin + Band + 10, length - (2 * (Band + 10)));
        VectorPath teeth = new(), rings = new(), dots = new();
        var toothCount = (int)Math.Round(room / Tooth);
        for (var i = 0; i < toothCount; i++)
        {
            var (left, step) = (from + (room * i / toothCount), room / toothCount);
            teeth.Polygon([At(left, 1.7), At(left + (step / 2), 5), At(left + step, 1.7)]);
            teeth.Polygon([At(left, Band - 1.7), At(left + (step / 2), Band - 5), At(left + step, Band - 1.7)]);
        }

        var beadCount = (int)Math.Round(room / Bead);
        for (var i = 0; i < beadCount; i++)
        {
            var step = room / beadCount;
            var middle = from + (step * (i + 0.5));
            var centre = At(middle, Band / 2);
            rings.Circle(centre.X, centre.Y, 3.5);
            dots.Circle(centre.X, centre.Y, 1.35);
            if (i < beadCount - 1)
            {
                var (start, end) = (At(middle + 0.6, (Band / 2) - 3.5), At(middle + step - 0.6, (Band / 2) + 3.5));
                rings.Move(start.X, start.Y).Line(end.X, end.Y);
            }
        }

        page.Area(teeth, ink.Fine);
        page.Outline(rings, 0.7, ink.Ring);
        page.Area(dots, ink.Ring);

        (double X, double Y) At(double along, double across) => horizontal ? (along, edge + (inwards * across)) : (edge + (inwards * across), along);
    }

    // A small drum over the crossing of the bands, and a scroll along each of them.
    private void Corner(double x, double y, int right, int down)
    {
        page.Area(new VectorPath().Circle(x, y, CornerRadius + 3), Colour.White);
        page.Area(new VectorPath().Circle(x, y, CornerRadius), ink.Strong);
        page.Outline(new VectorPath().Circle(x, y, CornerRadius + 2.6), 0.6, ink.Fine);
        page.Outline(new VectorPath().Circle(x, y, CornerRadius - 2), 0.6, ink.Pale);
        Beads(page, x, y, CornerRadius - 5.1, 1.9, 20, 0.5, ink.Pale);
        page.Outline(new VectorPath().Circle(x, y, CornerRadius - 8.2), 0.6, ink.Pale);
        page.Area(Star(x, y, CornerRadius - 9.2, 3.6, Rays), ink.Pale);

        var inner = (Band / 2) + 3.6;
        foreach (var swap in new[] { false, true })
        {
            Scroll(swap);
        }

        void Scroll(bool swap)
        {
            (double X, double Y) At(double along, double across) => swap ? (x + (right * across), y + (down * along)) : (x + (right * along), y + (down * across));
            var path = new VectorPath();
            Begin(28, inner + 3);
            To(38, inner + 16, 58, inner + 15, 64, inner + 7.5);
            To(67, inner + 2.5, 60, inner - 0.5, 57.5, inner + 3);
            To(55.5, inner + 6, 59.5, inner + 8.6, 61.4, inner + 6);
            Begin(64.4, inner + 7);
            To(74, inner + 11, 86, inner + 11, 91, inner + 5.4);
            To(93.4, inner + 1.6, 87.4, inner, 86, inner + 2.6);
            To(85, inner + 4.8, 87.8, inner + 6.2, 89, inner + 4.4);
            Begin(91, inner + 5);
            To(100, inner + 7.4, 112, inner + 4, 124, inner + 1.4);
            page.Outline(path, 1, ink.Fine);
            page.Area(new VectorPath().Circle(At(61, inner + 4.6).X, At(61, inner + 4.6).Y, 1.1).Circle(At(88.4, inner + 3.4).X, At(88.4, inner + 3.4).Y, 0.9), ink.Strong);

            void Begin(double along, double across)
            {
                var point = At(along, across);
                path.Move(point.X, point.Y);
            }

            void To(double along1, double across1, double along2, double across2, double along, double across)
            {
                var (first, second, end) = (At(along1, across1), At(along2, across2), At(along, across));
                path.Curve(first.X, first.Y, second.X, second.Y, end.X, end.Y);
            }
        }
    }
}

/// <summary>The colours of a certificate: flat ones, that a printer of an office can print.</summary>
/// <param name="Strong">Titles and heavy lines.</param>
/// <param name="Fine">Fine lines and teeth.</param>
/// <param name="Ring">The circles of the frame.</param>
/// <param name="Pale">What is drawn on <paramref name="Strong"/>.</param>
/// <param name="Watermark">What stands behind words.</param>
/// <param name="Band">What fills the frame; null for nothing.</param>
internal sealed record CertificateInk(Colour Strong, Colour Fine, Colour Ring, Colour Pale, Colour Watermark, Colour? Band)
{
    private static readonly CertificateInk
        Lacquer = new(new(0x8F, 0x1A, 0x1E), new(0xB4, 0x8A, 0x3A), new(0x8F, 0x1A, 0x1E), new(0xF6, 0xE3, 0xB4), new(0xF8, 0xF2, 0xE4), null),
        Gold = new(new(0x8A, 0x5A, 0x0B), new(0xA9, 0x78, 0x1E), new(0x8F, 0x1A, 0x1E), new(0xFF, 0xF4, 0xD2), new(0xFA, 0xF0, 0xD6), new(0xF1, 0xD9, 0x96));

    /// <summary>The colours of a look.</summary>
    public static CertificateInk Of(CertificateLook look) => look == CertificateLook.Gold ? Gold : Lacquer;
}
