namespace KeyProducts.Documents.Pdf;

/// <summary>Draws what stands above the body: agency and number at the left, the country's name, place and date at the right; title, addressees and bases below.</summary>
internal sealed class OfficialHead(Flow flow, OfficialDocument document, StructureElement structure)
{
    private readonly OfficialText text = new(flow);

    /// <summary>Draws the head of the first page.</summary>
    /// <param name="keepRoom">The height that the body needs to begin.</param>
    public void Draw(double keepRoom)
    {
        DrawLetterhead();
        if (document.Title is { } title)
        {
            var heading = structure.Add("H1");
            text.Draw(OfficialStyles.Title, title, heading, "Span", bookmark: OfficialWords.BookmarkOf(document));
            text.Draw(OfficialStyles.Subject, document.Subject, heading, "Span");
            DrawRule();
        }

        if (OfficialWords.AddresseeOf(document) is { } addressee)
        {
            text.Draw(OfficialStyles.Addressee, addressee, structure);
        }

        var addressees = OfficialWords.AddresseesOf(document);
        if (addressees.Count > 0)
        {
            text.Draw(OfficialStyles.AddressedTo, OfficialWords.AddressedTo, structure);
        }

        foreach (var line in addressees)
        {
            text.Draw(OfficialStyles.AddresseeLine, line, structure);
        }

        DrawBases(keepRoom);
    }

    /// <summary>Draws the head of an annex.</summary>
    /// <param name="annex">The annex.</param>
    /// <param name="keepRoom">The height that its body needs to begin.</param>
    public void Draw(Annex annex, double keepRoom)
    {
        text.Draw(OfficialStyles.AnnexName, annex.Name, structure, "H2", bookmark: $"{annex.Name}: {annex.Title}");
        text.Draw(OfficialStyles.AnnexTitle, annex.Title, structure, keepRoom: keepRoom);
        if (annex.Reference is { } reference)
        {
            text.Draw(OfficialStyles.Reference, reference, structure);
        }

        DrawRule();
    }

    private void DrawRule()
    {
        text.Rule(Flow.Left, flow.Width, flow.Width * OfficialStyles.TitleRule, flow.Y + OfficialStyles.RuleHeight);
        flow.Y += OfficialStyles.RuleHeight;
    }

    private void DrawLetterhead()
    {
        var head = document.Head;
        var columns = LetterheadWidths.Of(flow.Width, flow.Document);
        var right = Flow.Left + columns.Left + columns.Between;
        double left = flow.Y, middle = flow.Y;
        if (head.Superior is { } superior)
        {
            left = text.Column(OfficialStyles.Superior, superior, Flow.Left, columns.Left, left, structure.Add("P"));
        }

        left = text.Column(OfficialStyles.Issuer, head.Issuer, Flow.Left, columns.Left, left, structure.Add("P")) + OfficialStyles.RuleHeight;
        text.Rule(Flow.Left, columns.Left, columns.AgencyRule, left);

        middle = text.Column(OfficialStyles.Country, OfficialWords.Country, right, columns.Right, middle, structure.Add("P"));
        middle = text.Column(OfficialStyles.Motto, OfficialWords.Motto, right, columns.Right, middle, structure.Add("P")) + OfficialStyles.RuleHeight;
        text.Rule(right, columns.Right, columns.MottoRule, middle);

        left = middle = Math.Max(left, middle);
        left = text.Column(head.Code is null ? OfficialStyles.Number : OfficialStyles.Code, OfficialWords.NumberOf(document), Flow.Left, columns.Left, left, structure.Add("P"));
        if (OfficialWords.AboutOf(document) is { } about)
        {
            flow.Document.Bookmark(OfficialWords.BookmarkOf(document), 1, flow.Page, A4.Top);
            left = text.Column(OfficialStyles.About, about, Flow.Left, columns.Left, left, structure.Add("H1"));
        }

        if (OfficialWords.DayOf(document) is { } day)
        {
            middle = text.Column(OfficialStyles.Day, day, right, columns.Right, middle, structure.Add("P"));
        }

        flow.Y = Math.Max(left, middle);
    }

    private void DrawBases(double keepRoom)
    {
        if (document.Authority is { } authority)
        {
            text.Draw(OfficialStyles.Authority, authority, structure, keepRoom: 3 * OfficialStyles.Basis.Text.LineHeight);
        }

        foreach (var basis in OfficialWords.BasesOf(document))
        {
            text.Draw(OfficialStyles.Basis, basis, structure);
        }

        if (document.Enacting is { } enacting)
        {
            text.Draw(OfficialStyles.Enacting, enacting, structure, keepRoom: keepRoom);
        }
    }
}
