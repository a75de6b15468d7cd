using System.Globalization;
using System.Text;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace KeyProducts.Web.Access;

/// <summary>
/// Refuses passwords that everybody tries first: common words (CommonPasswords.txt, a list of our own), rows of keys, years and repetitions, the
/// name of the product, and the account's own address and name, also when they are put together or dressed up with digits and signs.
/// </summary>
public sealed class GuessablePasswords : IPasswordValidator<AppUser>
{
    /// <summary>The code of the refusal.</summary>
    public const string Code = "PasswordCommon";

    /// <summary>Its sentence.</summary>
    public const string Sentence = "This password is easy to guess: it is made of common words, rows of keys, years, or your own name or address. Take a sentence of your own.";

    // Two common words, whatever digits and signs stand around them, are still tried early.
    private const int MostWords = 2;
    private const int LeastWord = 3;

    private static readonly HashSet<string> Common = Read();

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password) =>
        Task.FromResult(IsCommon(password ?? "", user.Email, user.FullName) ? IdentityResult.Failed(new IdentityError { Code = Code, Description = Sentence }) : IdentityResult.Success);

    /// <summary>Whether a password is easy to guess.</summary>
    public static bool IsCommon(string password, string? email = null, string? name = null)
    {
        var own = Fold($"{email} {name}").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= LeastWord).ToHashSet();
        own.Add(Fold(name ?? "").Replace(" ", "", StringComparison.Ordinal));
        // "p4ssw0rd2025" is tried as it stands, and with what the digits and signs inside it stand for.
        var inside = password.SkipWhile(letter => !char.IsLetter(letter)).Reverse().SkipWhile(letter => !char.IsLetter(letter)).Reverse();
        return new[] { Fold(password), Fold(Unleet(password)), Fold(Unleet(inside)) }
            .Select(text => new string([.. text.Where(char.IsAsciiLetter)]))
            .Any(letters => IsRepeated(letters) || IsMade(letters, word => Common.Contains(word) || own.Contains(word)));
    }

    // Of one letter, or of a short part again and again.
    private static bool IsRepeated(string text) =>
        text.Length == 0 || Enumerable.Range(1, Math.Min(4, text.Length / 2)).Any(length => text.Select((letter, place) => letter == text[place % length]).All(same => same));

    // Whether it is nothing but so many of the words.
    private static bool IsMade(string text, Func<string, bool> isWord)
    {
        var least = new int[text.Length + 1];
        Array.Fill(least, int.MaxValue, 1, text.Length);
        for (var end = LeastWord; end <= text.Length; end++)
        {
            for (var start = 0; start <= end - LeastWord; start++)
            {
                if (least[start] < MostWords && isWord(text[start..end]))
                {
                    least[end] = Math.Min(least[end], least[start] + 1);
                }
            }
        }

        return least[^1] <= MostWords;
    }

    private static string Unleet(IEnumerable<char> text)
    {
        const string From = "0134578@$!|+", To = "oleastbasiit";
        return new string([.. text.Select(letter => From.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place ? To[place] : letter)]);
    }

    // Small, without marks; signs are spaces.
    private static string Fold(string text) => new(
    [
        .. text.ToLowerInvariant().Replace('đ', 'd').Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '),
    ]);

    private static HashSet<string> Read()
    {
        using var text = new StreamReader(typeof(GuessablePasswords).Assembly.GetManifestResourceStream("KeyProducts.Web.Access.CommonPasswords.txt")!);
        return [.. text.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }
}
