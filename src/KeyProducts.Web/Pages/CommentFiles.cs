using KeyProducts.Documents.Files;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Pages;

/// <summary>Takes in what comes with a comment.</summary>
public static class CommentFiles
{
    /// <summary>The largest file, in megabytes.</summary>
    public const int MostMegabytes = 10;

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
