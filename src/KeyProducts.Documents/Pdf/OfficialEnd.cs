namespace KeyProducts.Documents.Pdf;

/// <summary>Draws what stands below the body: who signs, and beside it who gets a copy. It is never parted by the end of a page.</summary>
internal sealed class OfficialEnd(Flow flow, IReadOnlyList<Signature> signatures, IReadOnlyList<string> recipients)
{
    private readonly OfficialText text = new(flow);
    private readonly IReadOnlyList<string> copies = OfficialWords.Listed(recipients);

    /// <summary>Its height with the room above it; 0 where there is nothing.</summary>
    public double Height
    {
        get
        {
            if (signatures.Count + copies.Count == 0)
            {
                return 0;
            }

            double signed = signatures.Select(HeightOf).DefaultIfEmpty().Max(), copied = HeightOfCopies();
            return OfficialStyles.EndGap + (IsBeside ? Math.Max(signed, copied) : signed + (copied > 0 ? OfficialStyles.EndGap + copied : 0));
        }
    }

    private bool IsBeside => signatures.Count <= 1;

    private double CopiesWidth => IsBeside ? flow.Width * OfficialStyles.CopiesShare : flow.Width;

    private double SignatureWidth => IsBeside ? flow.Width - CopiesWidth : flow.Width / signatures.Count;

    /// <summary>Draws it from where the flow stands.</summary>
    public void Draw(StructureElement structure)
    {
        flow.Need(Math.Min(Height, flow.Height));
        flow.Space(OfficialStyles.EndGap);
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
        if (!IsBeside && copies.Count > 0)
        {
            flow.Space(OfficialStyles.EndGap);
            flow.Y = DrawCopies(flow.Y, structure);
        }
    }

    private double DrawSignature(Signature signature, double left, double top, StructureElement structure)
    {
        var y = top;
        foreach (var (style, line) in LinesOf(signature))
        {
            y = line.Length == 0 ? y + style.Text.LineHeight : text.Column(style, line, left, SignatureWidth, y, structure.Add("P"));
        }

        y += OfficialStyles.SigningRoom;
        return signature.Name is { } name ? text.Column(OfficialStyles.Name, name, left, SignatureWidth, y, structure.Add("P")) : y;
    }

    private double HeightOf(Signature signature) =>
        LinesOf(signature).Sum(line => text.HeightOf(line.Style, line.Words, SignatureWidth))
        + OfficialStyles.SigningRoom
        + (signature.Name is { } name ? text.HeightOf(OfficialStyles.Name, name, SignatureWidth) : 0);

    private IEnumerable<(OfficialStyle Style, string Words)> LinesOf(Signature signature) => OfficialStyles.AboveName(signature, signatures);

    private double DrawCopies(double y, StructureElement structure)
    {
        if (copies.Count == 0)
        {
            return y;
        }

        y = text.Column(OfficialStyles.CopiesTo, OfficialWords.CopiesTo, Flow.Left, CopiesWidth, y, structure.Add("P"));
        var list = structure.Add("L");
        foreach (var line in copies)
        {
            y = text.Column(OfficialStyles.Copy, line, Flow.Left, CopiesWidth, y, list.Add("LI").Add("LBody"));
        }

        return y;
    }

    private double HeightOfCopies() => copies.Count == 0
        ? 0
        : OfficialStyles.CopiesTo.Text.LineHeight + copies.Sum(line => text.HeightOf(OfficialStyles.Copy, line, CopiesWidth));
}
