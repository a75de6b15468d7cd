using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages;

/// <summary>
/// Checks a snapshot that anybody sends: whether its result follows from its rules, figures and marks, and whether it is the published file. Nothing of it is kept, and nothing changes.
/// </summary>
[Limited(RequestLimit.Verify)]
[TakesFiles(mostMegabytes: 32)]
public sealed class VerifyModel(AppDbContext db) : AppPage
{
    /// <summary>The largest file that is read here; the shell takes larger ones.</summary>
    public const int MostMegabytes = 16;

    /// <summary>So many differences are shown; more tell nobody more.</summary>
    public const int MostShown = 200;

    // A year with thousands of nominations takes seconds, and everybody may send one: one at a time leaves the program to its readers.
    private static readonly SemaphoreSlim Desk = new(1);

    [BindProperty]
    public Form Input { get; set; } = new();

    public string FileName { get; private set; } = "";

    /// <summary>What was found; null before a file is sent, and for one that is no snapshot.</summary>
    public SnapshotCheck? Check { get; private set; }

    /// <summary>Why the file is no snapshot.</summary>
    public SnapshotException? None { get; private set; }

    /// <summary>The published hash that was typed, in small letters; null for none.</summary>
    public string? Published { get; private set; }

    /// <summary>Whether the file keeps to the format, its result follows, and it has the hash that was typed.</summary>
    public bool IsRight => Check is { IsRight: true } && (Published is null || Published == Check.Hash);

    public Table? Top { get; private set; }

    /// <summary>The snapshot of this programme that the file is; null when it is none.</summary>
    public KnownSnapshot? Known { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var file = Input.File!;
        if (file.Length > MostMegabytes << 20)
        {
            throw new RuleException("The file has more than {0} MB.", MostMegabytes) { Field = "File" };
        }

        Published = HashIn(Input.Hash);
        FileName = Path.GetFileName(file.FileName);
        await Desk.WaitAsync(HttpContext.RequestAborted);
        try
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, HttpContext.RequestAborted);
            Check = SnapshotCheck.Of(content.ToArray());
            Top = Check.Result is null ? null : TopOf(Check.Content, Check.Result);
        }
        catch (SnapshotException none)
        {
            None = none;
        }
        finally
        {
            Desk.Release();
        }

        if (Check is not null)
        {
            Known = await db.KnownSnapshotAsync(Check.Hash);
        }

        return Page();
    }

    /// <summary>What is said of a file, in the reader's language.</summary>
    public string Say(SnapshotPhrase phrase) => T[phrase.Words, [.. phrase.Arguments.Select(Shown.Argument)]];

    // As it was printed, perhaps in groups of letters.
    private static string? HashIn(string? typed)
    {
        var hash = string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
        return hash.Length == 0 ? null : hash.Length == 64 && hash.All(char.IsAsciiHexDigit)
            ? hash
            : throw new RuleException("A hash has 64 digits and letters from a to f.") { Field = "Hash" };
    }

    private Table TopOf(SnapshotContent content, RankingResult result)
    {
        var nominations = content.Nominations.ToDictionary(nomination => nomination.Number);
        return Table.Of(result.Ranked.Where(line => line.Top).Select(line => (Line: line, Nomination: nominations[line.Number])))
            .Number(T["Rank"], one => one.Line.Rank)
            .Code(T["No."], one => one.Nomination.Code)
            .Text(T["Product"], one => one.Nomination.Product, 28)
            .Text(T["Business"], one => one.Nomination.BusinessName, 28)
            .Number(T["Score"], one => one.Line.Score, content.Rules.Decimals)
            .Table(T["Top {0}, computed from the file", content.Rules.TopCount], T["By this file no product is in the top."]);
    }

    public sealed class Form
    {
        [Required]
        public IFormFile? File { get; set; }

        [StringLength(200)]
        public string? Hash { get; set; }

        /// <summary>Tells a form without a file from none.</summary>
        public bool Sent { get; set; }
    }
}
