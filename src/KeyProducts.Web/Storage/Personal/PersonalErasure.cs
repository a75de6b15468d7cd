using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage.Personal;

/// <summary>What erasing would do with a record.</summary>
public enum ErasureOutcome
{
    /// <summary>It stays, for the reason that its place gives.</summary>
    Stays,

    /// <summary>It goes.</summary>
    Goes,

    /// <summary>Mail address and telephone of an account go; its name stays beside what was done with it.</summary>
    ContactGoes,

    /// <summary>An account that can still sign in: it is deactivated first.</summary>
    Active,
}

/// <summary>Erases personal data where the law allows it: contacts, senders of comments, mails, accounts. Marks, sheets, decisions and the history stay.</summary>
public sealed class PersonalErasure(AppDbContext db, AuditLog log, TimeProvider clock)
{
    private static readonly AuditAct[] OwnActs = [AuditAct.SignedIn, AuditAct.SignedOut, AuditAct.SignInFailed, AuditAct.PasswordChanged,
        AuditAct.SecondFactorOn, AuditAct.SecondFactorOff, AuditAct.RecoveryCodesMade, AuditAct.RecoveryCodeUsed, AuditAct.PasskeyAdded, AuditAct.PasskeyRenamed, AuditAct.PasskeyRemoved, AuditAct.SessionEnded];

    /// <summary>The places whose data go.</summary>
    public static readonly IReadOnlyList<PersonalPlace> Erasable = [PersonalPlace.Account, PersonalPlace.BusinessContact, PersonalPlace.DossierContact, PersonalPlace.Comment, PersonalPlace.Mail];

    /// <summary>What would become of records, by their identifiers.</summary>
    public async Task<IReadOnlyDictionary<string, ErasureOutcome>> OutcomesAsync(IReadOnlyCollection<PersonalItem> items)
    {
        var keys = items.Where(item => item.Place == PersonalPlace.Account).Select(item => Guid.Parse(item.Key)).ToList();
        var accounts = keys.Count == 0 ? [] : await db.Users.Where(user => keys.Contains(user.Id)).Select(user => new { user.Id, user.IsActive, Acts = db.Judges.Any(judge => judge.UserId == user.Id) || db.AuditEntries.Any(entry => entry.UserId == user.Id && !OwnActs.Contains(entry.Act)) })
            .ToDictionaryAsync(user => user.Id);
        return items.ToDictionary(item => item.Id, item => item.Place switch
        {
            PersonalPlace.Account when accounts[Guid.Parse(item.Key)] is var account => account.IsActive ? ErasureOutcome.Active : account.Acts ? ErasureOutcome.ContactGoes : ErasureOutcome.Goes,
            _ when Erasable.Contains(item.Place) => ErasureOutcome.Goes,
            _ => ErasureOutcome.Stays,
        });
    }

    /// <summary>Erases what can be of the records given, and notes in the history how many of what, with the reason, and none of what they said.</summary>
    /// <param name="items">The records.</param>
    /// <param name="words">What each place is called in the history.</param>
    /// <exception cref="RuleException">Nothing of it can be erased.</exception>
    public async Task<int> EraseAsync(IReadOnlyCollection<PersonalItem> items, Func<PersonalPlace, string> words)
    {
        var outcomes = await OutcomesAsync(items);
        var going = items.Where(item => outcomes[item.Id] is ErasureOutcome.Goes or ErasureOutcome.ContactGoes).ToList();
        if (going.Count == 0)
        {
            throw new RuleException("Nothing of what is ticked can be erased.");
        }

        List<Guid> Keys(PersonalPlace place) => [.. going.Where(item => item.Place == place).Select(item => Guid.Parse(item.Key))];
        await ForgetAsync(Keys(PersonalPlace.BusinessContact), Keys(PersonalPlace.DossierContact), Keys(PersonalPlace.Comment), Keys(PersonalPlace.Mail));
        await EraseAccountsAsync(Keys(PersonalPlace.Account), outcomes);
        await log.RecordAsync(AuditAct.PersonalDataErased, "PersonalData", string.Join("; ", going.CountBy(item => item.Place).OrderBy(one => one.Key).Select(one => $"{words(one.Key)}: {one.Value}")));
        return going.Count;
    }

    /// <summary>Erases what is past its term, and notes in the history how many of what.</summary>
    /// <param name="past">The keys by kind.</param>
    /// <param name="words">What each kind is called in the history.</param>
    public async Task EraseAsync(IReadOnlyDictionary<PersonalKind, IReadOnlyList<Guid>> past, Func<PersonalKind, string> words)
    {
        await ForgetAsync(past.GetValueOrDefault(PersonalKind.BusinessContact, []), past.GetValueOrDefault(PersonalKind.DossierContact, []), past.GetValueOrDefault(PersonalKind.Comment, []), past.GetValueOrDefault(PersonalKind.Mail, []));
        var requests = past.GetValueOrDefault(PersonalKind.Request, []);
        (await db.PersonalRequests.Where(one => requests.Contains(one.Id)).ToListAsync()).ForEach(one => one.Forget());
        await log.RecordAsync(AuditAct.PersonalDataErased, "PersonalData", string.Join("; ", past.Where(one => one.Value.Count > 0).OrderBy(one => one.Key).Select(one => $"{words(one.Key)}: {one.Value.Count}")));
    }

    private async Task ForgetAsync(IReadOnlyList<Guid> businesses, IReadOnlyList<Guid> dossiers, IReadOnlyList<Guid> comments, IReadOnlyList<Guid> mails)
    {
        (await db.Businesses.Where(one => businesses.Contains(one.Id)).ToListAsync()).ForEach(one => one.ForgetContact());
        (await db.Nominations.Where(one => dossiers.Contains(one.Id)).ToListAsync()).ForEach(one => one.ForgetContact());
        (await db.Comments.Where(one => comments.Contains(one.Id)).ToListAsync()).ForEach(one => one.Forget());
        var now = clock.GetUtcNow().UtcDateTime;
        (await db.Mails.Where(one => mails.Contains(one.Id)).ToListAsync()).ForEach(one => one.Forget(now));
    }

    private async Task EraseAccountsAsync(List<Guid> keys, IReadOnlyDictionary<string, ErasureOutcome> outcomes)
    {
        foreach (var user in await db.Users.Where(one => keys.Contains(one.Id)).ToListAsync())
        {
            (user.Email, user.NormalizedEmail, user.PhoneNumber, user.PasswordHash) = (null, null, null, null);
            user.UserName = $"{user.Id:N}";
            user.NormalizedUserName = user.UserName.ToUpperInvariant();
            user.SecurityStamp = Guid.NewGuid().ToString();
            if (outcomes.First(one => one.Key.EndsWith(user.Id.ToString(), StringComparison.OrdinalIgnoreCase)).Value == ErasureOutcome.Goes)
            {
                user.FullName = AppUser.Erased;
            }
        }

        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(one => keys.Contains(one.UserId)).ToListAsync());
        db.RemoveRange(await db.Sessions.Where(one => keys.Contains(one.UserId)).ToListAsync());
        db.RemoveRange(await db.UserClaims.Where(one => keys.Contains(one.UserId)).ToListAsync());
        db.RemoveRange(await db.UserLogins.Where(one => keys.Contains(one.UserId)).ToListAsync());
        db.RemoveRange(await db.UserTokens.Where(one => keys.Contains(one.UserId)).ToListAsync());
    }
}
