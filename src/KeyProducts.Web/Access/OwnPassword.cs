using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace KeyProducts.Web.Access;

/// <summary>Asks for the reader's password again: an open session may be somebody else's, and what two people do together is each one's own act.</summary>
public sealed class OwnPassword(UserManager<AppUser> users, SignInDesk desk)
{
    /// <summary>Refuses a wrong password, at the field "Password" or another one. Wrong ones count towards the lock of the account.</summary>
    public async Task RequireAsync(ClaimsPrincipal reader, string password, string field = "Password")
    {
        var user = await users.GetUserAsync(reader);
        if (user is null || !await desk.IsOfAsync(user, password))
        {
            throw new RuleException(field == "Password" ? "The password is wrong." : "The current password is wrong.") { Field = field };
        }
    }
}
