using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Reports.Papers.Templates;

namespace KeyProducts.Web.Pages.Notifications;

/// <summary>Writes the mails that tell businesses their result, each with its own letter as a PDF.</summary>
/// <param name="papers">Draws the letters.</param>
/// <param name="facts">The year.</param>
/// <param name="by">Who has them sent.</param>
/// <param name="now">The instant, UTC.</param>
public sealed class ResultMails(YearPapers papers, PaperFacts facts, Person by, DateTime now)
{
    /// <summary>The mails that a form asks for: one about each nomination that is ticked and whose business has an address.</summary>
    /// <param name="recipients">Whoever can be written to.</param>
    /// <param name="form">The form.</param>
    /// <param name="first">Takes the letter of the first mail.</param>
    /// <exception cref="RuleException">The letters cannot be handed out as their words are now.</exception>
    public async Task<IReadOnlyList<OutgoingMail>> ComposeAsync(IEnumerable<NotificationRecipient> recipients, BusinessMailForm form, Action<OfficialDocument> first)
    {
        var chosen = recipients.Where(one => one.Email is not null && form.To.Contains(one.NominationId)).ToList();
        if (chosen.Count == 0)
        {
            return [];
        }

        var paper = await papers.DrawAsync(facts, PaperKind.ResultLetter, [.. chosen.Select(one => one.Number)]);
        if (!paper.IsReady)
        {
            throw new RuleException("The letters cannot be handed out: see what is missing under Papers, Letters with the result.");
        }

        first(paper.Documents[0]);
        return [.. chosen.Zip(paper.Documents, (one, letter) => Write(one, letter, paper.Sha256, form))];
    }

    private OutgoingMail Write(NotificationRecipient one, OfficialDocument letter, string? sha256, BusinessMailForm form)
    {
        using var file = new MemoryStream();
        PaperFile.Of(letter).Write("pdf", file);
        var values = ResultMail.Values(facts.Programme, one);
        return new OutgoingMail(one.Email!, one.Person ?? one.Business, MailPlaces.Fill(form.Subject ?? "", values), MailPlaces.Fill(form.Text ?? "", values), by, now, facts.Programme.Id) { Id = form.KeyFor(one.NominationId) }
            .ToBusiness(MailKind.ResultLetter, one.BusinessId, one.NominationId, sha256: sha256)
            .With(new MailAttachment(ResultMail.FileName(facts.Programme.Year, one.Number), "application/pdf", file.ToArray()));
    }
}
