using System.Text;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Storage;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Cáp điện", "cap dien")]
    [InlineData("ĐƯỜNG Ế ữ ỵ", "duong e u y")]
    [InlineData("Ðiện Ɖài ðo", "dien dai do")]
    [InlineData("  SINO-VANLOCK (24 kV), 100% “mới”_x ", "sino vanlock 24 kv 100 moi x")]
    [InlineData("R&D 5,5 m³", "r d 5 5 m")]
    [InlineData("😀 Đ😀", "d")]
    [InlineData("\uD83D Đ", "d")]
    [InlineData("́", "")]
    [InlineData(null, "")]
    public void Text_is_folded_to_words_of_letters_and_digits(string? text, string folded)
    {
        Assert.Equal(folded, SearchText.Words(text));
        Assert.Equal(folded, SearchText.Words(text is null || text.Contains('\uD83D', StringComparison.Ordinal) ? text : text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Folding_keeps_the_signs_that_searching_passes_over() => Assert.Equal("dien 1,5 kw ✓ -", SearchText.Fold(" Điện  1,5 kW ✓ -"));

    [Theory]
    [InlineData("Cáp trung thế lõi đồng, dây và cáp ", "cap trung the", "[Cáp] [trung] [thế] lõi đồng, dây và [cáp] ")]
    [InlineData("Tuệ Quang Lâm", "tue qu", "[Tuệ] [Qu]ang Lâm")]
    [InlineData("Tuệ", "ue", "Tuệ")]
    [InlineData("Đèn LED <b>", "led b", "Đèn [LED] <[b]>")]
    [InlineData("Đường", "d", "[Đ]ường")]
    [InlineData("0199027467", "01990", "[01990]27467")]
    [InlineData("", "d", "")]
    public void What_was_looked_for_is_marked_in_the_text_as_it_was(string text, string query, string marked)
    {
        string Mark(string one) => string.Concat(SearchQuery.Of(query).Mark(one).Select(part => part.IsMarked ? $"[{part.Text}]" : part.Text));
        Assert.Equal(marked, Mark(text));
        // A text whose marks are set apart is shown as it is, and no mark is torn from its letter.
        var apart = text.Normalize(NormalizationForm.FormD);
        Assert.Equal(marked.Normalize(NormalizationForm.FormD), Mark(apart));
        Assert.Equal(apart, string.Concat(SearchQuery.Of(query).Mark(apart).Select(part => part.Text)));
    }

    [Theory]
    [InlineData("14", "14", 14, null)]
    [InlineData("2026/14", "2026 14", 14, 2026)]
    [InlineData("2026-14", "2026 14", 14, 2026)]
    [InlineData("14/2026", "14 2026", 14, 2026)]
    [InlineData("0199", "0199", null, null)]
    [InlineData("12345", "12345", null, null)]
    [InlineData("0199 027 467", "0199027467", null, null)]
    [InlineData("0198600445-001", "0198600445001", null, null)]
    public void Numbers_are_read_as_registration_numbers_and_tax_codes(string typed, string text, int? number, int? year) =>
        Assert.Equal(new SearchWord(text, number, year), Assert.Single(SearchQuery.Of(typed).Words));

    [Fact]
    public void A_pasted_text_is_cut_and_says_so()
    {
        var query = SearchQuery.Of(string.Concat(Enumerable.Range(0, 250).Select(place => $"{(char)('a' + (place % 26))}{place} ")));
        Assert.True(query.IsCut);
        Assert.InRange(query.Words.Count, 1, 12);
        Assert.False(SearchQuery.Of("cáp điện cáp điện").IsCut);
    }

    [Fact]
    public async Task What_an_earlier_version_has_folded_is_folded_anew_at_the_start_and_no_version_moves()
    {
        using var app = new TestApp();
        var before = await app.ReadAsync(db => db.Businesses.Select(one => new { one.Number, Text = EF.Property<string>(one, SearchText.Column), Version = EF.Property<Guid>(one, Versions.Column) }).OrderBy(one => one.Number).ToListAsync());
        await app.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Businesses SET SearchText = 'cong ty cu 0199013746' WHERE Number <= 2"));
        await app.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Nominations SET SearchText = 'cu' WHERE Number = 14"));
        var mark = await app.HistoryMarkAsync();

        await app.ReadAsync(async db =>
        {
            await SearchText.RefreshAsync(db);
            return true;
        });

        Assert.Equal(before, await app.ReadAsync(db => db.Businesses.Select(one => new { one.Number, Text = EF.Property<string>(one, SearchText.Column), Version = EF.Property<Guid>(one, Versions.Column) }).OrderBy(one => one.Number).ToListAsync()));
        Assert.Equal(0, await app.ReadAsync(db => db.Nominations.CountAsync(one => EF.Property<string>(one, SearchText.Column) == "cu")));
        Assert.StartsWith(" cong ty tnhh dien tu kazeshiro ha noi ", before[0].Text, StringComparison.Ordinal);
        Assert.EndsWith(" #0199013746", before[0].Text, StringComparison.Ordinal);
        Assert.Empty(await app.HistorySinceAsync(mark));
    }
}
