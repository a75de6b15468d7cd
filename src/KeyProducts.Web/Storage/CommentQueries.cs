using System.Security.Claims;
using System.Security.Cryptography;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Questions about comments of the consultation, and the one way in which they are stored.</summary>
public static class CommentQueries
{
    private const int MostAttempts = 50;

    /// <summary>The comments that a reader may see: staff and auditors all, but those about a product whose dossier is closed to this very account.</summary>
    public static IQueryable<Comment> CommentsOpenTo(this AppDbContext db, ClaimsPrincipal reader)
    {
        var isReader = reader.SeesBusinesses();
        return db.Comments.Where(comment => isReader && (comment.NominationNumber == null
            || db.DossiersOpenTo(reader).Any(nomination => nomination.ProgrammeId == comment.ProgrammeId && nomination.Number == comment.NominationNumber)));
    }

    /// <summary>What the public reads of the comments of a year whose provisional list is public: released texts and their answers, and nobody's name.</summary>
    public static IQueryable<ReleasedComment> ReleasedComments(this AppDbContext db, int year) =>
        from programme in db.YearsInConsultation()
        where programme.Year == year
        join comment in db.Comments on programme.Id equals comment.ProgrammeId
        where comment.ReleasedAt != null
        orderby comment.Number
        select new ReleasedComment(comment.Number, comment.NominationNumber, comment.ReceivedOn, comment.ReleasedText!, comment.State, comment.State == CommentState.Open ? null : comment.Answer);

    /// <summary>Stores a comment under the next number of its year. Two that come in the same instant get two numbers.</summary>
    /// <param name="db">The store.</param>
    /// <param name="programmeId">The key of the year.</param>
    /// <param name="of">Makes the comment, given its number and what its sender finds the answer by.</param>
    public static async Task<Comment> StoreCommentAsync(this AppDbContext db, Guid programmeId, Func<int, string, Comment> of)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        for (var attempt = 1; ; attempt++)
        {
            var comment = of(1 + (await db.Comments.Where(one => one.ProgrammeId == programmeId).MaxAsync(one => (int?)one.Number) ?? 0), code);
            db.Add(comment);
            try
            {
                await db.SaveChangesAsync();
                return comment;
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}

/// <summary>A comment as everybody may read it.</summary>
/// <param name="Number">Its number in the year.</param>
/// <param name="Nomination">The registration number of the product that it is about; null for the list as a whole.</param>
/// <param name="ReceivedOn">The day on which it came.</param>
/// <param name="Text">What was released of it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Answer">The answer; null while it is open.</param>
public sealed record ReleasedComment(int Number, int? Nomination, DateOnly ReceivedOn, string Text, CommentState State, string? Answer);
