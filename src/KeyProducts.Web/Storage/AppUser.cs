using Microsoft.AspNetCore.Identity;

namespace KeyProducts.Web.Storage;

/// <summary>A person who signs in. People are deactivated, never deleted: what they did stays in the history.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>What stands in place of the name of an erased account.</summary>
    public const string Erased = "–";

    /// <summary>Which of Identity's tables there are: with passkeys.</summary>
    public static readonly Version Tables = IdentitySchemaVersions.Version3;

    public AppUser() => Id = Guid.CreateVersion7();

    /// <summary>The person's name.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Whether the person may sign in.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The half minute of the last code of the authenticator app that was accepted; no code of it or before is accepted again.</summary>
    public long? LastCodeStep { get; set; }
}
