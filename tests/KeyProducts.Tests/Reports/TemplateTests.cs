using KeyProducts.Documents;
using KeyProducts.Web.Reports.Papers.Templates;

namespace KeyProducts.Tests.Reports;

/// <summary>The words that an administrator writes for a paper, and what fields put into them.</summary>
public sealed class TemplateTests
{
    private static readonly PaperFields Fields = new(
    [
        new("năm", "the year of the award", "2026"),
        new("doanh nghiệp", "the business", "Công ty {{năm}} **Đế** <b>Ưu</b> =1+1"),
        new("ngày họp", "the day of the council's meeting", null) { Entered = "record the council's meeting" },
        new("khách mời", "guests of the meeting", " "),
        new("bảng", "table: the top, best first", null) { Blocks = [new Prose("ở đây có bảng")] },
    ]);

    [Fact]
    public void Fields_are_found_with_or_without_marks_and_whatever_the_case()
    {
        var filling = new TemplateFilling(Fields);
        Assert.Equal(["Năm 2026, 2026, 2026."], filling.Lines("Năm {{năm}}, {{ NAM }}, {{Năm}}.").Select(line => line.Plain));
        Assert.Empty(filling.Problems);
    }

    [Fact]
    public void What_a_field_holds_stays_text_whatever_it_looks_like()
    {
        var words = Assert.Single(new TemplateFilling(Fields).Lines("Gửi {{doanh nghiệp}}"));
        Assert.Equal([new Run("Gửi Công ty {{năm}} **Đế** <b>Ưu</b> =1+1")], words.Runs);
    }

    [Fact]
    public void Bold_italics_headings_lists_and_articles_are_read()
    {
        var blocks = new TemplateFilling(Fields).Blocks("# 1. Kết quả\nCó **hai *nhóm***.\n\n- một\n- hai\nĐiều 7. Công nhận.\nĐiều 9: Thi hành.\n{{bảng}}");
        Assert.Equal("1. Kết quả", Assert.IsType<Heading>(blocks[0]).Text);
        Assert.Equal([new Run("Có "), new Run("hai ", IsBold: true), new Run("nhóm", IsBold: true, IsItalic: true), new Run(".")], Assert.IsType<Prose>(blocks[1]).Text.Runs);
        Assert.Equal(["một", "hai"], Assert.IsType<Items>(blocks[2]).Texts.Select(text => text.Plain));
        Assert.Equal([(1, "Công nhận."), (2, "Thi hành.")], blocks.OfType<Article>().Select(article => (article.Number, article.Text.Plain)));
        Assert.Equal("ở đây có bảng", Assert.IsType<Prose>(blocks[^1]).Text.Plain);
        Assert.Equal(6, blocks.Count);
    }

    [Fact]
    public void A_backslash_takes_the_meaning_from_a_sign()
    {
        var filling = new TemplateFilling(Fields);
        Assert.Equal(["5 * 4 = {{năm}} \\ n"], filling.Lines(@"5 \* 4 = \{\{năm\}\} \\ n").Select(line => line.Plain));
        Assert.Empty(filling.Problems);
    }

    [Theory]
    [InlineData("a\n{{năm bao nhiêu}}", 2, "There is no field “{0}”.", "năm bao nhiêu")]
    [InlineData("Họp {{ngày họp}}", 1, "The field “{0}” has no value yet: {1}.", "ngày họp")]
    [InlineData("{{khách mời}}", 1, "The field “{0}” has no value.", "khách mời")]
    [InlineData("Xem {{bảng}} này", 1, "The field “{0}” is a table or list and stands on a line of its own.", "bảng")]
    [InlineData("Năm {{năm", 1, "A field is opened with {0} and not closed with {1}.", "{{")]
    [InlineData("Một **hai", 1, "Bold or italic words are begun with {0} and not ended with it.", "**")]
    [InlineData("Một *hai", 1, "Bold or italic words are begun with {0} and not ended with it.", "*")]
    public void What_cannot_be_printed_is_named_with_its_line_and_not_printed(string text, int line, string words, string first)
    {
        var filling = new TemplateFilling(Fields);
        var printed = string.Concat(filling.Lines(text).Select(one => one.Plain));
        var problem = Assert.Single(filling.Problems);
        Assert.Equal((line, words, (object)first), (problem.Line, problem.Words, problem.Arguments[0]));
        Assert.DoesNotContain("{{", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Signatures_have_office_hint_and_name_and_an_empty_line_between_two()
    {
        var signatures = new TemplateFilling(Fields).Signatures("THƯ KÝ\n(Ký, ghi rõ họ tên)\nLê Thị Đế\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC");
        Assert.Equal(2, signatures.Count);
        Assert.Equal(("THƯ KÝ", "Lê Thị Đế", "(Ký, ghi rõ họ tên)"), (string.Join('|', signatures[0].Role), signatures[0].Name, signatures[0].Hint));
        Assert.Equal(("KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC", null, null), (string.Join('|', signatures[1].Role), signatures[1].Name, signatures[1].Hint));
    }
}
