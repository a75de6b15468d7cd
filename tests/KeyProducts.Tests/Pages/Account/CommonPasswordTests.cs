using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;

namespace KeyProducts.Tests.Pages.Account;

/// <summary>Passwords that everybody tries first are refused.</summary>
public sealed class CommonPasswordTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2025!")]
    [InlineData("MatKhau123456")]
    [InlineData("Mật khẩu 2026!")]
    [InlineData("anhyeuem1234567")]
    [InlineData("Anh yêu em 2025")]
    [InlineData("123456789012")]
    [InlineData("20252025202520")]
    [InlineData("qwertyuiop12")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("asdfghjklzxcvbnm")]
    [InlineData("abcabcabcabc")]
    [InlineData("KeyProducts2025")]
    [InlineData("Key-Products-2026!!")]
    [InlineData("SảnPhẩmHàNội2025")]
    [InlineData("SoCongThuongHaNoi1")]
    [InlineData("NguyenMinhAnh1990")]
    [InlineData("dinh.huu.hanh.2025")]
    [InlineData("hanhhanhhanh88")]
    public void Easy_to_guess(string password) => Assert.True(GuessablePasswords.IsCommon(password, "hanh@demo.local", "Đinh Hữu Hạnh"), password);

    [Theory]
    [InlineData("một câu dễ nhớ của tôi")]
    [InlineData("bốn con ngựa xanh lơ")]
    [InlineData("correct horse battery staple")]
    [InlineData("xK7#pQ2m!vRz9")]
    [InlineData("Mưa phùn trên phố Hàng Bông")]
    [InlineData("tủ điện 24kV rất ồn")]
    public void Good_enough(string password) => Assert.False(GuessablePasswords.IsCommon(password, "hanh@demo.local", "Đinh Hữu Hạnh"), password);

    [Theory]
    [InlineData("vi", "Mật khẩu này dễ đoán")]
    [InlineData("en", "This password is easy to guess")]
    public async Task The_form_says_so_at_the_field_in_the_readers_language_and_keeps_the_old_password(string language, string sentence)
    {
        using var app = new TestApp();
        var judge = await app.SignedInAsync("judge1", language);
        var refused = await judge.SubmitAsync(await judge.OpenAsync("/account/password"), ("Input.Current", Seeding.Password), ("Input.Password", "matkhau123456"), ("Input.Again", "matkhau123456"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith(sentence, refused.TextAt("#Input-Password-error"), StringComparison.Ordinal);
        await app.Visitor().SignInAsync("judge1@demo.local", Seeding.Password);
    }
}
