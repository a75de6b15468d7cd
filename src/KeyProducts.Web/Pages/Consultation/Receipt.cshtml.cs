using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Consultation;

/// <summary>Where the sender of a comment sees that it came, and reads the answer. Who has the address knows its code, and learns neither the name nor the text.</summary>
public sealed class ReceiptModel(AppDbContext db) : AppPage
{
    [FromRoute]
    public string Receipt { get; set; } = "";

    public ReceivedComment Comment { get; private set; } = null!;

    protected override async Task LoadAsync() => Comment = Found(await db.Comments.Where(comment => comment.Code == Receipt)
        .Select(comment => new ReceivedComment(comment.Year, comment.Number, comment.ReceivedAt, comment.Files.Count, comment.State, comment.State == CommentState.Open ? null : comment.Answer)).FirstOrDefaultAsync());

    public sealed record ReceivedComment(int Year, int Number, DateTime ReceivedAt, int Files, CommentState State, string? Answer);
}
