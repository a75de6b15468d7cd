using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Users;

/// <summary>The accounts. They are some dozens, those of the Department and of the councils, so they stand on one page.</summary>
public sealed class IndexModel(AppDbContext db, TimeProvider clock) : AppPage
{
    public Table Table { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var now = clock.GetUtcNow();
        var names = await db.Roles.AsNoTracking().ToDictionaryAsync(role => role.Id, role => role.Name!);
        var users = await db.Users.AsNoTracking()
            .Select(user => new
            {
                user.Id,
                user.FullName,
                user.Email,
                user.IsActive,
                user.LockoutEnd,
                HasPassword = user.PasswordHash != null,
                Roles = db.UserRoles.Where(one => one.UserId == user.Id).Select(one => one.RoleId).ToList(),
            })
            .ToListAsync();
        Table = Table.Of(users.OrderByDescending(user => user.IsActive).ThenBy(user => user.FullName, StringComparer.Create(CultureInfo.GetCultureInfo("vi"), ignoreCase: true)))
            .Text(T["Full name"], user => user.FullName, 24, user => $"/users/{user.Id}")
            .Text(T["E-mail"], user => user.Email, 24)
            .Text(T["Roles"], user => string.Join(", ", Roles.All.Where(role => user.Roles.Any(id => names[id] == role)).Select(role => T[RoleWords.Of(role)].Value)), 24)
            .Text(T["State"], user => !user.IsActive ? T["Deactivated"] : user.LockoutEnd > now ? T["Locked until {0}", Shown.Moment(user.LockoutEnd.Value.UtcDateTime)] : user.HasPassword ? T["Active"] : T["No password yet"], 16)
            .Table(whenEmpty: T["There is no account yet."]);
    }
}
