namespace KeyProducts.Documents.Pdf;

/// <summary>Draws what stands above the body: agency and number at the left, the country's name, place and date at the right, title and addressees below.</summary>
internal static class OfficialHead
{
    private const string Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Motto = "Độc lập - Tự do - Hạnh phúc";
    private const double Between = 8, AfterRule = 10;

    private static readonly TextStyle
        Superior = new(FontFace.Regular, 12, Alignment.Centre),
        Issuer = new(FontFace.Bold, 12, Alignment.Centre),
        MottoStyle = new(FontFace.Bold, 13, Alignment.Centre),
        Number = new(FontFace.Regular, 13, Alignment.Centre),
        Code = new(FontFace.Regular, 12, Alignment.Centre),
        Day = new(FontFace.Italic, 13, Alignment.Centre),
        About = new(FontFace.Regular, 12, Alignment.Centre),
        Title = new(FontFace.Bold, 14, Alignment.Centre),
        Addressee = new(FontFace.Regular, 13, Alignment.Centre);

    /// <summary>Draws the head of the first page.</summary>
    public static void Draw(Flow flow, OfficialDocument document, StructureElement structure)
    {
        var head = document.Head;
        var rightWidth = flow.Document.Font(Issuer.Face).Measure(Country, Issuer.Size) + 2;
        var leftWidth = flow.Width - rightWidth - Between;
        var right = Flow.Left + flow.Width - rightWidth;

        var left = flow.Y;
        if (head.Superior is { } superior)
        {
            left = PdfOfficial.Column(flow, superior, Superior, Flow.Left, leftWidth, left, structure.Add("P"));
        }

        left = PdfOfficial.Column(flow, head.Issuer, Issuer, Flow.Left, leftWidth, left, structure.Add("P"));
        PdfOfficial.Rule(flow, Flow.Left, leftWidth, leftWidth * 0.36, left + 3);

        var middle = PdfOfficial.Column(flow, Country, Issuer, right, rightWidth, flow.Y, structure.Add("P"));
        middle = PdfOfficial.Column(flow, Motto, MottoStyle, right, rightWidth, middle, structure.Add("P"));
        PdfOfficial.Rule(flow, right, rightWidth, flow.Document.Font(MottoStyle.Face).Measure(Motto, MottoStyle.Size), middle + 3);

        var y = Math.Max(left, middle) + AfterRule;
        left = PdfOfficial.Column(flow, head.Code ?? head.Number, head.Code is null ? Number : Code, Flow.Left, leftWidth, y, structure.Add("P"));
        var date = head.Code is null ? PdfOfficial.Column(flow, head.PlaceAndDate, Day, right, rightWidth, y, structure.Add("P")) : y;
        if (document.Title is null)
        {
            left = PdfOfficial.Column(flow, "V/v " + document.Subject, About, Flow.Left + 6, leftWidth - 12, left + 1, structure.Add("H1"));
        }

        flow.Y = Math.Max(left, date);
        if (document.Title is not null)
        {
            DrawTitle(flow, document, structure.Add("H1"));
        }

        DrawAddressees(flow, document.Addressees, structure);
        flow.Space(6);
    }

    private static void DrawTitle(Flow flow, OfficialDocument document, StructureElement element)
    {
        flow.Space(20);
        flow.Y = PdfOfficial.Column(flow, document.Title!, Title, Flow.Left, flow.Width, flow.Y, element);
        flow.Y = PdfOfficial.Column(flow, document.Subject, Title, Flow.Left + 30, flow.Width - 60, flow.Y, element);
        PdfOfficial.Rule(flow, Flow.Left, flow.Width, flow.Width / 5, flow.Y + 3);
        flow.Space(8);
    }

    // One name stands in the middle behind the words; several stand under them.
    private static void DrawAddressees(Flow flow, IReadOnlyList<string> addressees, StructureElement structure)
    {
        if (addressees.Count == 0)
        {
            return;
        }

        flow.Space(16);
        if (addressees.Count == 1)
        {
            flow.Y = PdfOfficial.Column(flow, "Kính gửi: " + addressees[0], Addressee, Flow.Left + 30, flow.Width - 60, flow.Y, structure.Add("P"));
            return;
        }

        var style = Addressee with { Alignment = Alignment.Left };
        var indent = flow.Width / 5;
        flow.Y = PdfOfficial.Column(flow, "Kính gửi:", style, Flow.Left + indent, flow.Width - indent, flow.Y, structure.Add("P"));
        indent += 55;
        foreach (var (name, i) in addressees.Select((name, i) => (name, i)))
        {
            flow.Y = PdfOfficial.Column(
                flow, $"- {name}{(i < addressees.Count - 1 ? ";" : ".")}", style, Flow.Left + indent, flow.Width - indent, flow.Y, structure.Add("P"));
        }
    }
}
