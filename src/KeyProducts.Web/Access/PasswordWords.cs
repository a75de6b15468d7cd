using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace KeyProducts.Web.Access;

/// <summary>Says in our own sentences why a password is refused.</summary>
public static class PasswordWords
{
    /// <summary>The refusal for a failed change of a password.</summary>
    public static RuleException Refusal(IdentityResult result) => result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.PasswordMismatch) => new RuleException("The current password is wrong.") { Field = "Current" },
        nameof(IdentityErrorDescriber.InvalidToken) => new RuleException("This link is used up or too old. Ask an administrator for a new one."),
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => new RuleException("There is an account with this e-mail already.") { Field = "Email" },
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => new RuleException("This is not an e-mail address.") { Field = "Email" },
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => new RuleException(Versions.Changed),
        GuessablePasswords.Code => new RuleException(GuessablePasswords.Sentence) { Field = "Password" },
        _ => new RuleException("A password needs at least 12 characters, five of them different.") { Field = "Password" },
    };
}
