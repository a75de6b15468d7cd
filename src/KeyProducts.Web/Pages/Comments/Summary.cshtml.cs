using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Comments;

/// <summary>Comments and answers of a consultation as one paper (bảng tổng hợp, tiếp thu, giải trình ý kiến), without contacts; also as Excel, CSV and PDF.</summary>
public sealed class SummaryModel(AppDbContext db, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    public Report Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => Format is null ? Page() : await downloads.FileAsync(Report, Format, Year);

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().OfYearAsync(Year));
        var rows = await db.CommentsOpenTo(User).Where(comment => comment.ProgrammeId == programme.Id).OrderBy(comment => comment.Number)
            .Select(comment => new { comment.Number, comment.ReceivedOn, comment.Name, comment.Organisation, comment.NominationNumber, comment.Text, comment.State, comment.Answer }).ToListAsync();
        Found(programme.Stage < Stage.Consultation ? null : programme);
        Report = new Report
        {
            FileName = $"tong-hop-y-kien-{Year}",
            Language = Languages.Current,
            Title = T["Comments of the consultation of {0}, with their answers", Year],
            Lines = [.. programme.IsDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."].Value] : Array.Empty<string>()],
            Facts =
            [
                new(T["Comments"], Shown.Whole(rows.Count)),
                .. Enum.GetValues<CommentState>().Select(state => new Fact(T[EnumWords.Of(state)], Shown.Whole(rows.Count(row => row.State == state)))),
            ],
            Tables =
            [
                Table.Of(rows)
                    .Number(T["No."], row => row.Number, width: 5)
                    .Date(T["Day of arrival"], row => row.ReceivedOn)
                    .Text(T["From"], row => string.Join(", ", new[] { row.Name, row.Organisation }.Where(one => one is not null)), 22)
                    .Text(T["Product"], row => row.NominationNumber is { } number ? T["Dossier no. {0}", number] : T["The list as a whole"], 14)
                    .Text(T["Comment"], row => row.Text, 44)
                    .Text(T["Outcome"], row => T[EnumWords.Of(row.State)], 12)
                    .Text(T["Answer"], row => row.State == CommentState.Open ? null : row.Answer, 44)
                    .Table(whenEmpty: T["No comment has come yet."]),
            ],
            Notes = [T["Contacts of the senders are left out."]],
            Landscape = true,
        };
    }
}
