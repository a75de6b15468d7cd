using KeyProducts.Documents.Files;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages;

/// <summary>Takes in what comes with a comment.</summary>
public static class CommentFiles
{
    /// <summary>The largest file, in megabytes.</summary>
    public const int MostMegabytes = 10;

    /// <summary>What the files that came with the comments of one year may take together, in gigabytes: more than any year's public has to show, and less than a disk.</summary>
    public const int MostGigabytesOfYear = 2;

    /// <summary>Refuses files of visitors once those of the year fill what is set aside for them; staff enter what comes by mail all the same.</summary>
    /// <exception cref="RuleException">They do; the field is "Files".</exception>
    public static async Task RequireRoomForCommentFilesAsync(this AppDbContext db, Guid programmeId, IReadOnlyCollection<IFormFile> sent)
    {
        var held = sent.Count == 0 ? 0 : await db.Comments.Where(one => one.ProgrammeId == programmeId).SelectMany(one => one.Files).SumAsync(file => file.Size);
        if (held + sent.Sum(file => file.Length) > (long)MostGigabytesOfYear << 30 && sent.Count > 0)
        {
            throw new RuleException("No more files are taken on this page this year. Send your comment without files, and bring or mail them to the office.") { Field = "Files" };
        }
    }

    /// <summary>Stores the files: PDF or pictures, which nobody's office program runs.</summary>
    /// <exception cref="RuleException">There are too many, or one is too large or of another kind; the field is "Files".</exception>
    public static async Task<IReadOnlyList<CommentFile>> TakeCommentFilesAsync(this EvidenceFiles files, IReadOnlyCollection<IFormFile> sent, CancellationToken cancelled)
    {
        if (sent.Count > Comment.MostFiles)
        {
            throw new RuleException("At most {0} files.", Comment.MostFiles) { Field = "Files" };
        }

        var taken = new List<CommentFile>();
        foreach (var file in sent)
        {
            try
            {
                await using var content = file.OpenReadStream();
                var (name, stored) = await files.AddScanAsync(content, file.FileName, MostMegabytes, cancelled);
                taken.Add(new CommentFile(name, stored));
            }
            catch (FileRefusedException refusal)
            {
                throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = "Files" };
            }
        }

        return taken;
    }
}
