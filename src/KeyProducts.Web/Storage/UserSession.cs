using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KeyProducts.Web.Storage;

/// <summary>One sign-in of a person in one browser, from its beginning until it ends.</summary>
public sealed class UserSession
{
    private UserSession() => Address = Browser = System = null!;

    /// <summary>Begins one.</summary>
    public UserSession(Guid userId, SignInWay way, string address, string browser, string system, DateTime now, string? passkey = null)
    {
        UserId = userId;
        Way = way;
        Address = address;
        Browser = browser;
        System = system;
        StartedAt = SeenAt = now;
        Passkey = passkey;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid UserId { get; private set; }

    /// <summary>How the person has proved who they are.</summary>
    public SignInWay Way { get; private set; }

    /// <summary>The address of the internet it came from; empty when unknown.</summary>
    public string Address { get; private set; }

    /// <summary>The browser's name; empty when unknown.</summary>
    public string Browser { get; private set; }

    /// <summary>The operating system; empty when unknown.</summary>
    public string System { get; private set; }

    /// <summary>The key of the passkey; null for another way.</summary>
    public string? Passkey { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTime SeenAt { get; private set; }

    /// <summary>When it was ended; null while it may go on.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Notes that it is used.</summary>
    public void See(DateTime now) => SeenAt = now;

    /// <summary>Ends it; the next request that carries its key is refused.</summary>
    public void End(DateTime now) => EndedAt ??= now;

    /// <summary>A second factor was set up in it.</summary>
    public void Strengthen(SignInWay way) => Way = way;
}

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Address).HasMaxLength(64);
        builder.Property(session => session.Browser).HasMaxLength(64);
        builder.Property(session => session.System).HasMaxLength(64);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(session => new { session.UserId, session.EndedAt });
        builder.HasIndex(session => session.SeenAt);
    }
}
