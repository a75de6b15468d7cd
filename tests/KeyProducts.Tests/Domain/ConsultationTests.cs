using KeyProducts.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Domain;

/// <summary>What holds for comments and publication whatever the page.</summary>
public sealed class ConsultationTests
{
    private const string Code = "0123456789abcdef0123456789abcdef";

    private static readonly DateTime Now = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);
    private static readonly CommentDetails Details = new("Đỗ Thị Ế", " ", "024 Ữ", 7, " Ý kiến ");

    [Fact]
    public void A_comment_keeps_what_was_sent_trimmed_with_the_day_in_Hanoi()
    {
        var sent = Comment.Send(Asking(), 3, Details, hasConsented: true, [], Code, Now.AddHours(15));

        Assert.Equal((3, "Đỗ Thị Ế", null, "Ý kiến", 7, new DateOnly(2026, 11, 23), CommentState.Open), (sent.Number, sent.Name, sent.Organisation, sent.Text, sent.NominationNumber, sent.ReceivedOn, sent.State));
    }

    [Theory]
    [InlineData(-3, "Comments are taken from {0} on. What you typed is still on this page.")]
    [InlineData(9, "Comments were taken until {0} at 24:00, Hà Nội time. What you typed is still on this page; write to the Department instead.")]
    public void Comments_come_in_the_period_alone(int days, string sentence) =>
        ProgrammeTests.Refused(() => Comment.Send(Asking(), 1, Details, hasConsented: true, [], Code, Now.AddDays(days)), sentence);

    [Fact]
    public void A_letter_may_name_nobody_and_the_form_may_not()
    {
        var nobody = Details with { Name = null, Contact = null };
        Assert.Null(Comment.Enter(Asking(), 1, nobody, new DateOnly(2026, 11, 22), [], Code, Officers.Hoa, Now).Name);
        ProgrammeTests.Refused(() => Comment.Send(Asking(), 1, nobody, hasConsented: true, [], Code, Now), "Give your name.");
        ProgrammeTests.Refused(() => Comment.Enter(Asking(), 1, nobody, new DateOnly(2026, 11, 23), [], Code, Officers.Hoa, Now), "It cannot have come on a day that is still to come.");
    }

    [Fact]
    public void What_is_too_long_or_too_much_is_refused_before_anything_is_kept()
    {
        ProgrammeTests.Refused(() => Comment.Send(Asking(), 1, Details with { Text = new string('ế', CommentDetails.MostText + 1) }, hasConsented: true, [], Code, Now), "At most {0} letters.");
        var file = new StoredFile(new string('a', 64), 10, "application/pdf");
        var files = Enumerable.Range(1, Comment.MostFiles + 1).Select(number => new CommentFile($"{number}.pdf", file)).ToList();
        ProgrammeTests.Refused(() => Comment.Send(Asking(), 1, Details, hasConsented: true, files, Code, Now), "At most {0} files.");
    }

    [Fact]
    public void An_answer_needs_an_outcome_and_reasons_and_can_be_opened_again_with_a_reason()
    {
        var year = Asking();
        var comment = Comment.Send(year, 1, Details, hasConsented: true, [], Code, Now);

        ProgrammeTests.Refused(() => comment.Close(year, CommentState.Open, "Vì", Officers.Hoa, Now), "Choose whether it is answered, upheld or rejected.");
        ProgrammeTests.Refused(() => comment.Close(year, CommentState.Upheld, " ", Officers.Hoa, Now), "Give the answer, with its reasons.");
        comment.Close(year, CommentState.Upheld, " Vì đúng ", Officers.Hoa, Now);
        Assert.Equal((CommentState.Upheld, "Vì đúng", Officers.Hoa), (comment.State, comment.Answer, comment.AnsweredBy));
        ProgrammeTests.Refused(() => comment.Reopen(year, null), "Give the reason.");
        comment.Reopen(year, "Xem lại");
        Assert.Equal(CommentState.Open, comment.State);
        ProgrammeTests.Refused(() => comment.Reopen(year, "Xem lại"), "The comment is open already.");
    }

    [Theory]
    [InlineData("Ông ĐỖ  THỊ góp-Ý cho rằng sai")]
    [InlineData("Gọi 0912345678 để hỏi thêm")]
    [InlineData("Gọi +84 912.345.678")]
    [InlineData("Thư gửi về Gop-Y@vidu.example nhé")]
    public void What_is_released_names_its_sender_in_no_spelling(string text)
    {
        var comment = Comment.Send(Asking(), 1, Details with { Name = "Đỗ Thị Góp Ý", Contact = "0912 345 678, gop-y@vidu.example" }, hasConsented: true, [], Code, Now);
        ProgrammeTests.Refused(() => comment.Release(text, Now), "This text names the sender. Take the name and the contact out.");
        comment.Release("Số liệu 2024 (35.678 sản phẩm, 21.340.000 đồng) và góp ý về thị trường là chưa đúng.", Now);
        Assert.NotNull(comment.ReleasedText);
    }

    [Fact]
    public void A_comment_that_came_in_the_instant_of_recognition_is_still_answered_and_an_answer_changes_no_more()
    {
        var year = Asking();
        var comment = Comment.Send(year, 1, Details, hasConsented: true, [], Code, Now);
        year.Advance(ProgrammeTests.Ready, "Ý kiến đến cùng lúc");

        comment.Close(year, CommentState.Rejected, "Vì", Officers.Hoa, Now);

        ProgrammeTests.Refused(() => comment.Close(year, CommentState.Upheld, "Khác", Officers.Hoa, Now), "Comments are entered and answered while the year {0} is in public consultation.");
    }

    [Fact]
    public void What_is_forgotten_is_the_sender_and_nothing_else()
    {
        var year = Asking();
        var comment = Comment.Send(year, 1, Details, hasConsented: true, [], Code, Now);
        ProgrammeTests.Refused(() => comment.Release("Gọi 024 Ữ", Now), "This text names the sender. Take the name and the contact out.");
        comment.Release("Ý kiến", Now);
        comment.Forget();

        Assert.Equal((null, null, null, "Ý kiến", "Ý kiến"), (comment.Name, comment.Organisation, comment.Contact, comment.Text, comment.ReleasedText));
        comment.Hide("Nhầm");
        Assert.Null(comment.ReleasedAt);
    }

    [Fact]
    public void Going_back_a_stage_takes_the_provisional_list_from_the_public()
    {
        var year = Asking();
        Assert.True(year.IsInConsultation);

        year.StepBack("Chấm lại", isMarked: false);

        Assert.Null(year.ConsultationPublishedAt);
        ProgrammeTests.Refused(() => year.Publish(Now), "The list of {0} is published when the city has decided.");
        ProgrammeTests.Refused(() => year.WithdrawConsultation("Gỡ"), "The provisional list of {0} is not public.");
    }

    private static Programme Asking()
    {
        var year = ProgrammeTests.At(Stage.Consultation);
        year.PublishConsultation(new ConsultationTerms(" Phòng Ế ", false, false), new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 30), Now);
        Assert.Equal("Phòng Ế", year.Consultation!.Contact);
        return year;
    }
}
