namespace KeyProducts.Documents.Pdf;

/// <summary>Draws what stands below the body: who signs, and beside it who gets a copy. It is never parted by the end of a page.</summary>
internal sealed class OfficialEnd(Flow flow, IReadOnlyList<Signature> signatures, IReadOnlyList<string> recipients)
{
    private const double Above = 12, ForSignature = 64;

    private static readonly TextStyle
        Role = new(FontFace.Bold, 13, Alignment.Centre),
        Hint = new(FontFace.Italic, 12, Alignment.Centre),
        Dated = new(FontFace.Italic, 13, Alignment.Centre),
        Name = new(FontFace.Bold, 13, Alignment.Centre),
        CopiesTo = new(FontFace.BoldItalic, 12),
        Copy = new(FontFace.Regular, 11);

    private bool IsBeside => signatures.Count <= 1;

    private double CopiesWidth => IsBeside ? flow.Width * 0.4 : flow.Width;

    /// <summary>Its height with the room above it.</summary>
    public double Height
    {
        get
        {
            double signed = signatures.Select(HeightOf).DefaultIfEmpty().Max(), copies = HeightOfCopies();
            return Above + (IsBeside ? Math.Max(signed, copies) : signed + (copies > 0 ? Above + copies : 0));
        }
    }

    private double SignatureWidth => IsBeside ? flow.Width * 0.6 : flow.Width / signatures.Count;

    /// <summary>Draws it from where the flow stands.</summary>
    public void Draw(StructureElement structure)
    {
        flow.Need(Math.Min(Height, flow.Height));
        flow.Space(Above);
        double top = flow.Y, bottom = top;
        if (IsBeside)
        {
            // Read from left to right, as it stands.
            bottom = DrawCopies(top, structure);
        }

        for (var i = 0; i < signatures.Count; i++)
        {
            var left = Flow.Left + (IsBeside ? flow.Width - SignatureWidth : i * SignatureWidth);
            bottom = Math.Max(bottom, DrawSignature(signatures[i], left, top, structure));
        }

        flow.Y = bottom;
        if (!IsBeside && recipients.Count > 0)
        {
            flow.Space(Above);
            flow.Y = DrawCopies(flow.Y, structure);
        }
    }

    private double DrawSignature(Signature signature, double left, double top, StructureElement structure)
    {
        var y = signature.Dated is { } dated ? PdfOfficial.Column(flow, dated, Dated, left, SignatureWidth, top, structure.Add("P")) : top;
        foreach (var line in signature.Role)
        {
            y = PdfOfficial.Column(flow, line, Role, left, SignatureWidth, y, structure.Add("P"));
        }

        if (signature.Hint is { } hint)
        {
            y = PdfOfficial.Column(flow, hint, Hint, left, SignatureWidth, y, structure.Add("P"));
        }

        y += ForSignature;
        return signature.Name is { } name ? PdfOfficial.Column(flow, name, Name, left, SignatureWidth, y, structure.Add("P")) : y;
    }

    private double DrawCopies(double y, StructureElement structure)
    {
        if (recipients.Count == 0)
        {
            return y;
        }

        y = PdfOfficial.Column(flow, "Nơi nhận:", CopiesTo, Flow.Left, CopiesWidth, y, structure.Add("P"));
        var list = structure.Add("L");
        for (var i = 0; i < recipients.Count; i++)
        {
            y = PdfOfficial.Column(flow, Line(i), Copy, Flow.Left, CopiesWidth, y, list.Add("LI").Add("LBody"));
        }

        return y;
    }

    private double HeightOf(Signature signature) =>
        (signature.Dated is { } dated ? PdfOfficial.HeightOf(flow, dated, Dated, SignatureWidth) : 0)
        + signature.Role.Sum(line => PdfOfficial.HeightOf(flow, line, Role, SignatureWidth))
        + (signature.Hint is { } hint ? PdfOfficial.HeightOf(flow, hint, Hint, SignatureWidth) : 0)
        + ForSignature
        + (signature.Name is { } name ? PdfOfficial.HeightOf(flow, name, Name, SignatureWidth) : 0);

    private double HeightOfCopies() => recipients.Count == 0
        ? 0
        : CopiesTo.LineHeight + Enumerable.Range(0, recipients.Count).Sum(i => PdfOfficial.HeightOf(flow, Line(i), Copy, CopiesWidth));

    private string Line(int i) => $"- {recipients[i]}{(i < recipients.Count - 1 ? ";" : ".")}";
}
