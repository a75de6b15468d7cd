using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace KeyProducts.Web.Access;

/// <summary>Asks for the reader's password again: an open session may be somebody else's, and what two people do together is each one's own act.</summary>
public sealed class OwnPassword(UserManager<AppUser> users, SignInManager<AppUser> signIn)
{
    /// <summary>Refuses a wrong password, at the field "Password". Wrong ones count towards the lock of the account.</summary>
    public async Task RequireAsync(ClaimsPrincipal reader, string password)
    {
        var user = await users.GetUserAsync(reader);
        if (user is null || !(await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded)
        {
            throw new RuleException("The password is wrong.") { Field = "Password" };
        }
    }
}
